# fails: q1_reduce_to_k_dim__values
"""The signs within a column are lost. The sign of a column as a whole is free, but its entries keep their signs
towards each other.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return np.abs(U[:, :k] * S[:k])
