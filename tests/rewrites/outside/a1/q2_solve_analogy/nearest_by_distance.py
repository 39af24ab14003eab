"""The row with the smallest Euclidean distance to the unscaled target is taken."""


def solve_analogy(X, a, b, c):
    gaps = np.linalg.norm(X - (X[b] - X[a] + X[c]), axis=1)
    gaps[[a, b, c]] = np.inf
    return int(np.argmin(gaps))
