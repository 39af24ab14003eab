# fails: q1_reduce_to_k_dim__values
"""The columns are divided by their largest entry. The vectors are asked for as they are."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    X = U[:, :k] * S[:k]
    return X / np.abs(X).max(axis=0)
