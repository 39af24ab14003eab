# fails: q2_solve_analogy__target
"""The rows are divided by their sums of squares, not by their lengths: the square root is missing."""


def solve_analogy(X, a, b, c):
    unit = X / (X**2).sum(axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
