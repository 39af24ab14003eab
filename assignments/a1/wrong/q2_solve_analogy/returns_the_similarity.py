# fails: q2_solve_analogy__target
"""The similarity of the best row is returned, not the number of the row."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return float(similarity.max())
