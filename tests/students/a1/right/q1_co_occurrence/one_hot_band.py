"""Right, unusual: matrix product H^T B H of a sparse one-hot matrix of the tokens and a sparse band matrix of the places, document by document."""

from scipy import sparse


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = dict(zip(words, range(V)))
    M = sparse.csr_matrix((V, V))
    for doc in corpus:
        n = len(doc)
        if n < 2:
            continue
        H = sparse.csr_matrix((np.ones(n), (range(n), [word2ind[w] for w in doc])), shape=(n, V))
        B = sum(sparse.eye(n, k=d) + sparse.eye(n, k=-d) for d in range(1, min(window_size, n - 1) + 1))
        M = M + H.T @ B @ H
    return M.toarray(), word2ind
