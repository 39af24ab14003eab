# fails: q1_reduce_to_k_dim__values
"""M comes back as it was. Decompose it, and return U·S with k columns."""


def reduce_to_k_dim(M, k=2):
    return np.asarray(M, dtype=float)
