"""The same directions from numpy's svd."""


def reduce_to_k_dim(M, k=2):
    _, _, directions = np.linalg.svd(np.asarray(M, dtype=float))
    return np.array([directions[j] for j in range(k)])
