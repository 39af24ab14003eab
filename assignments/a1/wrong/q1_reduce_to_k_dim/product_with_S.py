# fails: q1_reduce_to_k_dim__values
"""U and S are multiplied as a matrix and a vector (`U @ S`), so that one number for each word is left. S stands for
a diagonal matrix: scale the columns, `U * S` or `U @ np.diag(S)`.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k] @ S[:k]
