# fails: q1_reduce_to_k_dim__values
"""The columns are scaled by the square roots of the singular values. The length of column j is to be the j-th
singular value itself.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, :k] * np.sqrt(S[:k])
