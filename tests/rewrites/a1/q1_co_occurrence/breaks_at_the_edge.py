"""The first window_size tokens are passed over."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocabulary, n = distinct_words(corpus)
    word2ind = dict(zip(vocabulary, range(n)))
    M = np.zeros((n, n))
    for doc in corpus:
        for i in range(window_size, len(doc)):
            near = doc[i - window_size : i] + doc[i + 1 : i + 1 + window_size]
            for b in near:
                M[word2ind[doc[i]], word2ind[b]] += 1
    return M, word2ind
