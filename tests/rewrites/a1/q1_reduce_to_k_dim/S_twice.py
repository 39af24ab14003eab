"""SciPy's svd and a loop over the columns."""

from scipy import linalg


def reduce_to_k_dim(M, k=2):
    left, sizes, _ = linalg.svd(np.array(M, dtype=float))
    vectors = left @ np.diag(sizes)
    for column in range(k):
        vectors[:, column] *= sizes[column]
    return vectors[:, :k]
