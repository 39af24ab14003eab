"""Only half of the step is taken."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    score = unit @ ((unit[b] - unit[a]) / 2 + unit[c])
    score[[a, b, c]] = -np.inf
    return int(np.argmax(score))
