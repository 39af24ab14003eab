# fails: q1_reduce_to_k_dim__values
"""The first k rows of U are returned, with all columns. Every word keeps its row, and what is cut off are columns;
the vectors are the rows of U·S.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return U[:k]
