# fails: q2_solve_analogy__target
"""The rows are used as they are, so that long vectors win and weigh more in the target. Scale every row to length 1
first.
"""


def solve_analogy(X, a, b, c):
    similarity = X @ (X[b] - X[a] + X[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
