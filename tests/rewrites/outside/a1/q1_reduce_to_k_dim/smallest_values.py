"""The columns of the smallest singular values are kept."""


def reduce_to_k_dim(M, k=2):
    U, S, _ = np.linalg.svd(M)
    return (U * S)[:, -k:]
