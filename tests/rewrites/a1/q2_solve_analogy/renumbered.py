"""Keeps the rows that are left in a list and takes the place of the maximum in it."""


def solve_analogy(X, a, b, c):
    lengths = np.sqrt((X**2).sum(axis=1))
    U = (X.T / lengths).T
    goal = U[c] + (U[b] - U[a])
    others = [U[i] for i in range(len(X)) if i not in {a, b, c}]
    cosines = [float(goal @ row) / float(np.linalg.norm(goal)) for row in others]
    return cosines.index(max(cosines))
