# fails: q1_reduce_to_k_dim__values
"""The right columns are there in the wrong order: the largest singular value comes last. `scipy.sparse.linalg.svds`
gives them in rising order.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return (U[:, :k] * S[:k])[:, ::-1]
