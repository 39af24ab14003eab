"""Right, unusual: follows the formula with conditions on j = i + d for all d from -m to m; rows in order of first appearance, without distinct_words; integer M."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    word2ind = {}
    for doc in corpus:
        for w in doc:
            word2ind.setdefault(w, len(word2ind))
    M = np.zeros((len(word2ind), len(word2ind)), dtype=np.int64)
    for doc in corpus:
        for i in range(len(doc)):
            for d in range(-window_size, window_size + 1):
                j = i + d
                if d == 0 or j < 0 or j >= len(doc):
                    continue
                M[word2ind[doc[i]], word2ind[doc[j]]] += 1
    return M, word2ind
