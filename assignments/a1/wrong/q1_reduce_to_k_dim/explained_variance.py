# fails: q1_reduce_to_k_dim__values
"""How much of the variance each direction explains is returned, not the word vectors: what `fit_transform` gives."""


def reduce_to_k_dim(M, k=2):
    svd = TruncatedSVD(n_components=k, n_iter=10, random_state=0)
    svd.fit(np.asarray(M, dtype=float))
    return svd.explained_variance_ratio_
