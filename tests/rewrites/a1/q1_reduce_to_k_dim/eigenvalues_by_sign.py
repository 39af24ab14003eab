"""SciPy's eigh for a subset of the eigenvalues."""

import scipy.linalg


def reduce_to_k_dim(M, k=2):
    n = len(M)
    values, columns = scipy.linalg.eigh(np.asarray(M, dtype=float), subset_by_index=[n - k, n - 1])
    return np.flip(columns * values, axis=1)
