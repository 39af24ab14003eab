# fails: q2_solve_analogy__left_out
"""Row c is not left out, and it is often nearest to the target. It is given, like a and b."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b]] = -np.inf
    return int(np.argmax(similarity))
