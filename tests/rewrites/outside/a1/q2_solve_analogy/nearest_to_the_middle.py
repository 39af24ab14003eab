"""The row that is nearest to the mean of b and c minus twice a is taken."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    score = unit @ (unit[b] + unit[c] - 2 * unit[a])
    score[[a, b, c]] = -np.inf
    return int(np.argmax(score))
