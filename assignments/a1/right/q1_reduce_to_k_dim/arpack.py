"""TruncatedSVD with the solver arpack"""


def reduce_to_k_dim(M, k=2):
    return TruncatedSVD(n_components=k, algorithm="arpack").fit_transform(np.asarray(M, dtype=float))
