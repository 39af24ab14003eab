# fails: q1_reduce_to_k_dim__values
"""The rows of M are divided by their sums before the decomposition. The truncated SVD works on M as it is."""


def reduce_to_k_dim(M, k=2):
    M = np.asarray(M, dtype=float)
    M = M / M.sum(axis=1, keepdims=True)
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k] * S[:k]
