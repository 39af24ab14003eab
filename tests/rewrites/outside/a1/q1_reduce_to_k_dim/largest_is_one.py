"""The result is divided by the largest singular value."""


def reduce_to_k_dim(M, k=2):
    X = TruncatedSVD(n_components=k, n_iter=10, random_state=0).fit_transform(np.asarray(M, dtype=float))
    return X / np.linalg.norm(X[:, 0])
