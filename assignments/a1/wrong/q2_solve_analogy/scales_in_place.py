# fails: q2_solve_analogy__target
"""X itself is changed: `X /= …` works on the caller's array. Make a new array."""


def solve_analogy(X, a, b, c):
    X /= np.linalg.norm(X, axis=1, keepdims=True)
    similarity = X @ (X[b] - X[a] + X[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
