# fails: q2_solve_analogy__target
"""The target is the sum of b and c; a is missing. The step from a to b is a difference."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
