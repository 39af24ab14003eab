# fails: q2_solve_analogy__target, q2_solve_analogy__left_out
"""The vector is returned, not the number of its row."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return unit[np.argmax(similarity)]
