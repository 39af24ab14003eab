# fails: q1_reduce_to_k_dim__values
"""An object is returned, not an array: the TruncatedSVD itself, perhaps. Return what its `fit_transform` gives."""


def reduce_to_k_dim(M, k=2):
    svd = TruncatedSVD(n_components=k, n_iter=10, random_state=0)
    return svd.fit(np.asarray(M, dtype=float))
