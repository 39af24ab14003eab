# fails: q1_reduce_to_k_dim__values
"""The singular values scale the rows, not the columns: watch which axis S is multiplied along."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return (U * S[:, None])[:, :k]
