# fails: q1_reduce_to_k_dim__shape
"""The result has a column for each word and a row for each dimension. Word vectors are rows: shape (V, k)."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return (U[:, :k] * S[:k]).T
