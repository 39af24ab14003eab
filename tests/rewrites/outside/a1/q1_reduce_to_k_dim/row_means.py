"""The mean of each row is taken off first."""


def reduce_to_k_dim(M, k=2):
    U, S, _ = np.linalg.svd(M - np.mean(M, axis=1, keepdims=True))
    return U[:, :k] * S[:k]
