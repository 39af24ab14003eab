# fails: q1_reduce_to_k_dim__shape
"""Called without k, the function does not give two columns. Leave the first line as it was given."""


def reduce_to_k_dim(M, k=3):
    return TruncatedSVD(n_components=k, n_iter=10, random_state=0).fit_transform(M)
