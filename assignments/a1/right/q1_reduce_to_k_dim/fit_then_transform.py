"""TruncatedSVD in two steps, with its own settings and no fixed seed, single precision"""


def reduce_to_k_dim(M, k=2):
    svd = TruncatedSVD(k)
    svd.fit(np.asarray(M, dtype=np.float32))
    return svd.transform(np.asarray(M, dtype=np.float32))
