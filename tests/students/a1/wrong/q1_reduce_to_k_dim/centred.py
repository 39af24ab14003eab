"""The student subtracts the mean of each column first, so this is PCA and not the truncated SVD."""


def reduce_to_k_dim(M, k=2):
    X = np.array(M, dtype=float)
    X = X - X.mean(axis=0)
    U, S, Vt = np.linalg.svd(X, full_matrices=False)
    M_reduced = U[:, :k] * S[:k]
    return M_reduced
