"""Right, unusual: takes the smallest Euclidean distance between unit rows and target, which ranks unit rows as the cosine does."""


def solve_analogy(X, a, b, c):
    U = (X.T / np.linalg.norm(X, axis=1)).T
    d = np.linalg.norm(U - (U[c] - U[a] + U[b]), axis=1)
    d[[a, b, c]] = np.inf
    return int(d.argmin())
