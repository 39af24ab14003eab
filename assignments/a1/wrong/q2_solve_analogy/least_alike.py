# fails: q2_solve_analogy__target, q2_solve_analogy__left_out
"""The row that is least like the target is returned. Look at whether the largest or the smallest value is taken."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = np.inf
    return int(np.argmin(similarity))
