# fails: q2_solve_analogy__target
"""The answer is the word nearest to c. The relation of a and b must enter."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
