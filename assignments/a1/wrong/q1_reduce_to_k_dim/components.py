# fails: q1_reduce_to_k_dim__shape, q1_reduce_to_k_dim__values
"""`components_` holds the directions Wᵀ, one a row, each of length 1. The vectors of the words are what
`fit_transform` returns.
"""


def reduce_to_k_dim(M, k=2):
    svd = TruncatedSVD(n_components=k, n_iter=10, random_state=0)
    svd.fit(M)
    return svd.components_
