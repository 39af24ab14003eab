# fails: q1_reduce_to_k_dim__values
"""The last k columns that `numpy.linalg.eigh` gives are returned: the highest eigenvalues, in rising order, and
large negative ones dropped. Sort by absolute value, the largest first.
"""


def reduce_to_k_dim(M, k=2):
    values, Q = np.linalg.eigh(np.asarray(M, dtype=float))
    return (Q * values)[:, -k:]
