# fails: q1_co_occurrence__repeats
"""Each pair of words counts at most once in a document, however often it stands there. Count every pair of places."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        pairs = set()
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    pairs.add((centre, document[j]))
        for centre, outside in pairs:
            M[word2ind[centre], word2ind[outside]] += 1
    return M, word2ind
