# fails: q2_solve_analogy__target
"""The row at the fourth place is returned, as if a, b and c always took the first three. They may lie anywhere:
leave them out by their numbers.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    return int(np.argsort(-similarity)[3])
