# fails: q2_solve_analogy__target
"""The rows a, b and c are marked with a very small value, and then the smallest value is taken: one of the given
rows comes back. Take the largest.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmin(similarity))
