# fails: q2_solve_analogy__target
"""The minus sign stands at the wrong vector: this solves another analogy, with b and c in other roles. Write down
what leads from a to b, and where it starts the second time.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[a] + unit[b] - unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
