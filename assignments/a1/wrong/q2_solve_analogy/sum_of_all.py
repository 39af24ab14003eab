# fails: q2_solve_analogy__target
"""All three vectors are added. The analogy carries over a difference, so one of the three comes with a minus sign."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[a] + unit[b] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
