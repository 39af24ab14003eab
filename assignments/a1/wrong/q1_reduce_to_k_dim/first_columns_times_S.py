# fails: q1_reduce_to_k_dim__values
"""The first k columns of M are multiplied by the singular values. The vectors are the rows of U·S."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return np.asarray(M, dtype=float)[:, :k] * S[:k]
