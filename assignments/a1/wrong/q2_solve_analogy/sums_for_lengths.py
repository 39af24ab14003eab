# fails: q2_solve_analogy__target
"""The rows are divided by the sums of the absolute values of their entries, not by their lengths: √(x · x)."""


def solve_analogy(X, a, b, c):
    unit = X / np.abs(X).sum(axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
