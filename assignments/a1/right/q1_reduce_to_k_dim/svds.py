"""scipy's sparse svds, its columns turned round"""

from scipy.sparse.linalg import svds


def reduce_to_k_dim(M, k=2):
    U, S, Wt = svds(np.asarray(M, dtype=float), k=k)
    return (U * S)[:, ::-1]
