# fails: q1_reduce_to_k_dim__values
"""The rows of M are scaled to length 1 before the decomposition. The truncated SVD works on M as it is; scaling
comes later, in 1.5.
"""


def reduce_to_k_dim(M, k=2):
    M = np.asarray(M, dtype=float)
    M = M / np.linalg.norm(M, axis=1, keepdims=True)
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k] * S[:k]
