"""M times the right singular vectors"""


def reduce_to_k_dim(M, k=2):
    _, _, Wt = np.linalg.svd(M)
    return np.asarray(M) @ Wt[:k].T
