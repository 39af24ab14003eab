# fails: q1_reduce_to_k_dim__values
"""The columns have the length 1, and the largest singular value comes last: the first result of
`scipy.sparse.linalg.svds` as it is. Put it first, and multiply each column by its singular value.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k][:, ::-1]
