# fails: q1_reduce_to_k_dim__values
"""`numpy.linalg.eigh` gives the eigenvalues in rising order, and the first k columns are then those of the lowest.
Sort by absolute value, the largest first.
"""


def reduce_to_k_dim(M, k=2):
    values, Q = np.linalg.eigh(np.asarray(M, dtype=float))
    return (Q * values)[:, :k]
