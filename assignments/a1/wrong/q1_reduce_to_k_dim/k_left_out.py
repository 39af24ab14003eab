# fails: q1_reduce_to_k_dim__shape, q1_reduce_to_k_dim__values
"""All columns come back. After the decomposition only the first k are to be kept."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U * S
