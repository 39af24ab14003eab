# fails: q2_solve_analogy__target
"""The answer is the word nearest to b. The other two words must enter."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ unit[b]
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
