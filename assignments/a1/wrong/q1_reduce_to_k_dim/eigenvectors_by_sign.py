# fails: q1_reduce_to_k_dim__values
"""The eigenvectors are those of the highest eigenvalues, taken with their sign, and of length 1. The singular
values of a symmetric matrix are the absolute values of its eigenvalues: sort by these, and multiply by them.
"""


def reduce_to_k_dim(M, k=2):
    values, Q = np.linalg.eigh(np.asarray(M, dtype=float))
    return Q[:, np.argsort(-values)[:k]]
