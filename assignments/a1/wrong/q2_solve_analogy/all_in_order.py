# fails: q2_solve_analogy__target
"""The numbers of all rows are returned, in the order of their similarity. Asked for is the first one alone."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return np.argsort(-similarity)
