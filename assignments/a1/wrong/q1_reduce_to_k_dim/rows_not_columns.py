# fails: q1_reduce_to_k_dim__values
"""The first k rows of U are taken (and turned), or the first columns of Wᵀ, where the first k columns of U belong.
The singular vectors are the columns of U and the rows of Wᵀ.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:k].T * S[:k]
