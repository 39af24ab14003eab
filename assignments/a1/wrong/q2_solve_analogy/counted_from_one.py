# fails: q2_solve_analogy__target
"""The number is one too large: the rows are counted from 0."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity)) + 1
