"""The diagonal matrix on the wrong side of the product."""


def reduce_to_k_dim(M, k=2):
    U, S, _ = np.linalg.svd(np.asarray(M, dtype=float))
    return np.matmul(np.diag(S), U)[:, 0:k]
