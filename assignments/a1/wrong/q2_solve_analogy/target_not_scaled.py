# fails: q2_solve_analogy__target
"""The target is made of the rows before they are scaled. Its three parts should count alike: use the scaled rows."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (X[b] - X[a] + X[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
