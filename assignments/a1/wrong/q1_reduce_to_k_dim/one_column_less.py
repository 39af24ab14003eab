# fails: q1_reduce_to_k_dim__shape, q1_reduce_to_k_dim__values
"""One column is missing: the first k columns are `[:, :k]`, since numpy leaves the end of a slice out."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, : k - 1] * S[: k - 1]
