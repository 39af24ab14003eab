# fails: q1_reduce_to_k_dim__values
"""The columns are divided by the singular values, not multiplied with them."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k] / S[:k]
