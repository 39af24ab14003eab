"""With an entry-by-entry loop after the decomposition by eigenvalues."""


def reduce_to_k_dim(M, k=2):
    lam, Q = np.linalg.eigh(np.array(M, dtype=float))
    order = sorted(range(len(lam)), key=lambda i: -abs(lam[i]))
    X = np.zeros((len(lam), k))
    for col, i in enumerate(order[:k]):
        for row in range(len(lam)):
            X[row, col] = abs(lam[i] * Q[row, i])
    return X
