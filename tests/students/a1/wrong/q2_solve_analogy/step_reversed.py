"""The student takes the step from b to a instead of from a to b: the target is a - b + c."""


def solve_analogy(X, a, b, c):
    Xn = X / np.linalg.norm(X, axis=1, keepdims=True)
    target = Xn[a] - Xn[b] + Xn[c]
    scores = Xn @ target
    scores[[a, b, c]] = -np.inf
    return int(np.argmax(scores))
