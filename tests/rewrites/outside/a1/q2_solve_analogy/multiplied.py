"""Similarities are multiplied and divided where vectors should be added and subtracted."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    near = (unit @ unit.T + 1) / 2
    score = near[:, b] * near[:, c] / (near[:, a] + 0.001)
    score[[a, b, c]] = -np.inf
    return int(np.argmax(score))
