# fails: q2_solve_analogy__target
"""The whole table is divided by one number. Every row has a length of its own: `axis=1`."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
