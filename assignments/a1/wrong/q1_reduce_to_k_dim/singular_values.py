# fails: q1_reduce_to_k_dim__values
"""The k singular values are returned, not the word vectors: the rows of U·S."""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return S[:k]
