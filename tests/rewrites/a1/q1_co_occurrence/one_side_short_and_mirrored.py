"""The slice to the right is one short, and each pair raises two entries."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocabulary, n = distinct_words(corpus)
    word2ind = dict(zip(vocabulary, range(n)))
    M = np.zeros((n, n))
    for doc in corpus:
        for i, a in enumerate(doc):
            for b in doc[max(0, i - window_size) : i] + doc[i + 1 : i + window_size]:
                M[word2ind[a], word2ind[b]] += 1
                M[word2ind[b], word2ind[a]] += 1
    return M, word2ind
