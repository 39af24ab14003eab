"""Right, unusual: computes M W_k, which equals U_k S_k, from the third factor only."""


def reduce_to_k_dim(M, k=2):
    return M @ np.linalg.svd(M)[2][:k].T
