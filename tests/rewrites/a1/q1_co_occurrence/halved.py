"""Counted forwards, then averaged with the transpose."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocabulary, n = distinct_words(corpus)
    word2ind = dict(zip(vocabulary, range(n)))
    M = np.zeros((n, n))
    for doc in corpus:
        for i, a in enumerate(doc):
            for b in doc[i + 1 : i + 1 + window_size]:
                M[word2ind[a]][word2ind[b]] += 1
    return 0.5 * (M + M.T), word2ind
