# fails: q1_reduce_to_k_dim__values
"""The first column is left out and the next ones are returned. Column 0 belongs to the largest singular value; numpy
counts from 0.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:, 1 : k + 1] * S[1 : k + 1]
