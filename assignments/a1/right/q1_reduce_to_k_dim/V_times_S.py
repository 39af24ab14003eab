"""the right singular vectors times S, which for a symmetric matrix differ from U·S by signs"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return Wt[:k].T * S[:k]
