# fails: q1_reduce_to_k_dim__values
"""A corner of M is returned, its first k rows and columns. The SVD finds the directions that say most about all
words.
"""


def reduce_to_k_dim(M, k=2):
    return np.asarray(M, dtype=float)[:k, :k]
