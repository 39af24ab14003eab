"""A matrix product with a diagonal matrix, and astype(int) for a nicer table."""


def reduce_to_k_dim(M, k=2):
    u, s, _ = np.linalg.svd(np.asarray(M, dtype=float), full_matrices=False)
    S = np.diag(s[:k])
    return (u[:, :k] @ S).astype(int)
