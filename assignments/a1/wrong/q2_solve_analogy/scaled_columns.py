# fails: q2_solve_analogy__target
"""The columns are scaled to length 1, not the rows. A word vector is a row: the sum of squares runs along
`axis=1`.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=0)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
