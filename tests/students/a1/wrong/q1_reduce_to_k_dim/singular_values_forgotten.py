"""The student returns the first k columns of U and forgets to multiply them by the singular values."""


def reduce_to_k_dim(M, k=2):
    U, S, Vt = np.linalg.svd(M)
    return U[:, :k]
