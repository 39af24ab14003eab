"""eigenvalues of the symmetric matrix, sorted by absolute value"""


def reduce_to_k_dim(M, k=2):
    values, Q = np.linalg.eigh(np.asarray(M, dtype=float))
    order = np.argsort(np.abs(values))[::-1][:k]
    return Q[:, order] * values[order]
