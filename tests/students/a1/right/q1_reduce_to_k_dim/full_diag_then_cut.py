"""Right, unusual: multiplies the full U by the full diagonal matrix and cuts the columns afterwards, with all signs turned."""


def reduce_to_k_dim(M, k=2):
    U, s, _ = np.linalg.svd(np.array(M).astype(float), full_matrices=True)
    S = np.zeros((len(s), len(s)))
    np.fill_diagonal(S, s)
    full = U.dot(S)
    return -full[:, range(k)]
