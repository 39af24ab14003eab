# fails: q1_reduce_to_k_dim__values
"""The eigenvalues are sorted with their sign, or not at all (`np.linalg.eig` gives them in no fixed order), so that
large negative ones are dropped. The singular values of a symmetric matrix are the absolute values of its
eigenvalues: sort by these.
"""


def reduce_to_k_dim(M, k=2):
    values, Q = np.linalg.eigh(np.asarray(M, dtype=float))
    order = np.argsort(-values)[:k]
    return Q[:, order] * values[order]
