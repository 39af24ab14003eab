# fails: q1_reduce_to_k_dim__values
"""The mean of each column is taken off first. That is principal component analysis; the truncated SVD works on M as
it is.
"""


def reduce_to_k_dim(M, k=2):
    centred = M - np.mean(M, axis=0)
    U, S, Wt = np.linalg.svd(centred)
    return U[:, :k] * S[:k]
