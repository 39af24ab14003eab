# fails: q2_solve_analogy__target
"""The row that is second in similarity is returned. Places are counted from 0: the best of the rows that are left
stands at place 0 (or, in rising order, at −1).
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argsort(-similarity)[1])
