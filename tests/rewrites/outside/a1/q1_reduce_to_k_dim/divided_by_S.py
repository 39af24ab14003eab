"""The columns are divided by the singular values."""


def reduce_to_k_dim(M, k=2):
    U, S, _ = np.linalg.svd(M)
    return U[:, :k] / S[:k]
