"""Left neighbours, also by negative places, entered on both sides."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocabulary, n = distinct_words(corpus)
    word2ind = dict(zip(vocabulary, range(n)))
    M = np.zeros((n, n))
    for doc in corpus:
        for i, a in enumerate(doc):
            for k in range(1, window_size + 1):
                b = doc[i - k]
                M[word2ind[a], word2ind[b]] += 1
                M[word2ind[b], word2ind[a]] += 1
    return M, word2ind
