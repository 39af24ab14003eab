# fails: q1_reduce_to_k_dim__values
"""Every column has the length 1: the singular values are missing. Either U is returned where U·S is wanted, or the
transpose of `components_` (W, for a symmetric matrix U up to signs), or the columns were scaled to length 1. Weak
directions then weigh as much as strong ones.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k]
