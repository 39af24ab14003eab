# fails: q1_reduce_to_k_dim__values
"""The first k rows of U·S are returned, with all columns. Every word keeps its row; what is cut off are columns,
`[:, :k]`.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return (U * S)[:k]
