# fails: q1_reduce_to_k_dim__shape, q1_reduce_to_k_dim__values
"""The result always has two columns, whatever k is. Look for a number where `k` belongs."""


def reduce_to_k_dim(M, k=2):
    return TruncatedSVD(n_components=2, n_iter=10, random_state=0).fit_transform(M)
