"""Negative entries are set to zero."""


def reduce_to_k_dim(M, k=2):
    U, S, _ = np.linalg.svd(M)
    return np.maximum(U[:, :k] * S[:k], 0)
