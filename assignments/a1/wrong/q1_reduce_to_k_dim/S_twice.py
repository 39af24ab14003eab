# fails: q1_reduce_to_k_dim__values
"""The singular values come in twice: the length of column j is their square. This happens with the eigenvalues of
M·Mᵀ, which are the squares of the singular values, and with a product that already contains S.
"""


def reduce_to_k_dim(M, k=2):
    squares, U = np.linalg.eigh(np.asarray(M, dtype=float) @ np.transpose(M))
    order = np.argsort(-squares)[:k]
    return U[:, order] * squares[order]
