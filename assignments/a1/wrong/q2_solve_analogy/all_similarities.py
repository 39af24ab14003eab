# fails: q2_solve_analogy__target
"""The similarities of all rows are returned. Asked for is the number of the row that has the highest."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return similarity
