# fails: q2_solve_analogy__target
"""The target points the wrong way: it leads from b to a, not from a to b. In *man is to king as woman is to x* the
step from man to king is added to woman.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[a] - unit[b] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
