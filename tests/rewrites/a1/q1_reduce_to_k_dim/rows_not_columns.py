"""The first columns of the third factor are scaled."""


def reduce_to_k_dim(M, k=2):
    factors = np.linalg.svd(np.asarray(M, dtype=float))
    return np.array([row[:k] * factors[1][:k] for row in factors[2]])
