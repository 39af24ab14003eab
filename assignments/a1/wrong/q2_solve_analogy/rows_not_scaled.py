# fails: q2_solve_analogy__target
"""The rows keep their different lengths, so that long vectors win and weigh more in the target. Scale every row to
length 1 first; `np.linalg.norm(X)` without `axis=1` is one number for the whole array.
"""


def solve_analogy(X, a, b, c):
    similarity = X @ (X[b] - X[a] + X[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
