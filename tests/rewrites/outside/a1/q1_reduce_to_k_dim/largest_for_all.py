"""All columns are scaled by the largest singular value."""


def reduce_to_k_dim(M, k=2):
    U, S, _ = np.linalg.svd(M)
    return U[:, :k] * S[0]
