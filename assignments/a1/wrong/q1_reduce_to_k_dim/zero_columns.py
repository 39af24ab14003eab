# fails: q1_reduce_to_k_dim__values
"""The result has V columns, and those behind the first k are zeros. Cut them off."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    S[k:] = 0
    return U * S
