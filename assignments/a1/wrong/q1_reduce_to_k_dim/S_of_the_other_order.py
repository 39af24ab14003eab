# fails: q1_reduce_to_k_dim__values
"""The columns of U are right, and the singular values are multiplied to them in the reversed order. Keep each
singular value with its column.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k] * S[:k][::-1]
