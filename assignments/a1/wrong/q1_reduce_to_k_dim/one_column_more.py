# fails: q1_reduce_to_k_dim__values
"""There is one column too many: the first k columns are `[:, :k]`."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, : k + 1] * S[: k + 1]
