# fails: q2_solve_analogy__target
"""The target is b − c: the step from c to b alone. The step leads from a to b, and it starts at c."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
