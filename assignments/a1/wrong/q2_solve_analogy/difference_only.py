# fails: q2_solve_analogy__target
"""The target is the step from a to b alone; the word c that it starts from is missing."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
