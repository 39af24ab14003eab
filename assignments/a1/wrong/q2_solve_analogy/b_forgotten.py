# fails: q2_solve_analogy__target
"""The target is c minus a; b is missing. The step from a to b is a difference that ends at b."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[c] - unit[a])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
