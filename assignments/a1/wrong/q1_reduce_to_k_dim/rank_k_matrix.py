# fails: q1_reduce_to_k_dim__shape
"""The whole matrix of rank k, U·S·Wᵀ, is returned, with V columns. The short vectors are its first part, U·S."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return (U[:, :k] * S[:k]) @ Wt[:k]
