# fails: q1_reduce_to_k_dim__values
"""The columns of M are centred and divided by their standard deviations first (`StandardScaler`). The truncated SVD
works on M as it is.
"""


def reduce_to_k_dim(M, k=2):
    M = np.asarray(M, dtype=float)
    M = M - M.mean(axis=0)
    spread = M.std(axis=0)
    M = M / np.where(spread == 0, 1, spread)
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k] * S[:k]
