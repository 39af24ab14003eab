# fails: q2_solve_analogy__left_out
"""Only row c is left out. Rows a and b are not answers either."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[c] = -np.inf
    return int(np.argmax(similarity))
