# fails: q1_reduce_to_k_dim__values
"""The columns of U are returned without the singular values, so that every column has the length 1. Weak directions
then weigh as much as strong ones. The vectors are the rows of U·S.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k]
