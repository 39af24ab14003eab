# fails: q2_solve_analogy__target
"""The target is a − b: the step the wrong way round, and the word c that it starts from is missing."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[a] - unit[b])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
