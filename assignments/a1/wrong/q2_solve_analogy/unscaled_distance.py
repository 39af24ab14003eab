# fails: q2_solve_analogy__target
"""The row with the smallest distance to the target is taken, and the rows keep their different lengths. Scale every
row to length 1 first.
"""


def solve_analogy(X, a, b, c):
    distance = np.linalg.norm(X - (X[b] - X[a] + X[c]), axis=1)
    distance[[a, b, c]] = np.inf
    return int(np.argmin(distance))
