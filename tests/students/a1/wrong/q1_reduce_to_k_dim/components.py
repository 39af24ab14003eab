"""The student returns the transposed components_ of the fitted SVD (the right singular vectors) instead of U S."""


def reduce_to_k_dim(M, k=2):
    svd = TruncatedSVD(n_components=k, n_iter=10, random_state=0)
    svd.fit(M)
    return svd.components_.T
