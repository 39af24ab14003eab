# fails: q1_reduce_to_k_dim__values
"""`numpy.linalg.eigh` gives the eigenvalues in rising order; the first k eigenvectors are those of the lowest, and
of length 1. Sort by absolute value, the largest first, and multiply by it.
"""


def reduce_to_k_dim(M, k=2):
    values, Q = np.linalg.eigh(np.asarray(M, dtype=float))
    return Q[:, :k]
