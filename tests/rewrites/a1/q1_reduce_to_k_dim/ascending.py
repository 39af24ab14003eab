"""Eigenvalues sorted by size, the last k taken from the end of the list."""


def reduce_to_k_dim(M, k=2):
    lam, Q = np.linalg.eigh(np.array(M, dtype=float))
    picked = np.argsort(np.abs(lam), kind="stable")[len(lam) - k :]
    return np.column_stack([lam[p] * Q[:, p] for p in picked])
