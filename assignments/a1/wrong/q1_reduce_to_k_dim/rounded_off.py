# fails: q1_reduce_to_k_dim__values
"""The entries are cut to whole numbers. Look for `astype(int)`, for `//`, and for an array of whole numbers that the
result is written into.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    X = np.zeros((len(M), k), dtype=int)
    X[:] = U[:, :k] * S[:k]
    return X
