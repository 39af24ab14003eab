"""Right, unusual: TruncatedSVD with separate fit and transform on a scipy sparse matrix of floats."""

from scipy.sparse import csr_matrix


def reduce_to_k_dim(M, k=2):
    S = csr_matrix(np.asarray(M, dtype=float))
    model = TruncatedSVD(n_components=k, n_iter=30, random_state=1)
    model.fit(S)
    M_reduced = model.transform(S)
    return M_reduced
