"""numpy's full SVD, U times S"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M, full_matrices=False)
    return U[:, :k] @ np.diag(S[:k])
