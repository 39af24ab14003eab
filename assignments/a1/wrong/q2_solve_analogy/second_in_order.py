# fails: q2_solve_analogy__target
"""The row at the second place is returned, as if the first one always were a given row. The rows a, b and c may lie
anywhere: leave them out by their numbers.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    return int(np.argsort(-similarity)[1])
