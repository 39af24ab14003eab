# fails: q2_solve_analogy__target
"""The target is b − a − c. The step from a to b starts at c, so c is added."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] - unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
