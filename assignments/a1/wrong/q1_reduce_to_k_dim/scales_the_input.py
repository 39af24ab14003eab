# fails: q1_reduce_to_k_dim__values
"""M itself is changed: a line like `M /= …` or `M -= …` works on the caller's array. Make a new array."""


def reduce_to_k_dim(M, k=2):
    top = np.abs(M).max()
    if M.dtype.kind == "f":
        M /= top
        return TruncatedSVD(n_components=k, n_iter=10, random_state=0).fit_transform(M) * top
    return TruncatedSVD(n_components=k, n_iter=10, random_state=0).fit_transform(M.astype(float))
