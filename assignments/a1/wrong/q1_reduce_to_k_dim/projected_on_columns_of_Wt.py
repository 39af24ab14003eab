# fails: q1_reduce_to_k_dim__values
"""M is multiplied by the first k columns of Wᵀ. The right singular vectors are the rows of Wᵀ, the columns of W: `M
@ Wt[:k].T`, which is U·S.
"""


def reduce_to_k_dim(M, k=2):
    U, S, Wt = np.linalg.svd(M)
    return M @ Wt[:, :k]
