# fails: q2_solve_analogy__left_out
"""Only row b is left out. Rows a and c are not answers either."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[b] = -np.inf
    return int(np.argmax(similarity))
