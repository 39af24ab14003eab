"""Right, unusual: numbers the pairs a * V + b and counts them with np.bincount, then adds the transpose."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(words)}
    codes = [
        word2ind[a] * V + word2ind[b]
        for doc in corpus
        for i, a in enumerate(doc)
        for b in doc[i + 1 : i + 1 + window_size]
    ]
    half = np.bincount(np.array(codes, dtype=int), minlength=V * V).reshape(V, V)
    return half + half.T, word2ind
