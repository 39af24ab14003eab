# fails: q2_solve_analogy__left_out
"""Row a is not left out. It is given, like b and c."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[b, c]] = -np.inf
    return int(np.argmax(similarity))
