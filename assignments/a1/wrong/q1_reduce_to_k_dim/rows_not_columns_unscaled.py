# fails: q1_reduce_to_k_dim__values
"""The first k rows of U are taken (and turned), or the first columns of Wᵀ, and without the singular values. The
singular vectors are the columns of U and the rows of Wᵀ; the word vectors are the rows of U·S.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return Wt[:, :k]
