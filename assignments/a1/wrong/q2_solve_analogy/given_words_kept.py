# fails: q2_solve_analogy__left_out
"""The rows a, b and c take part in the choice, and one of them is usually nearest to the target: leave them out."""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    return int(np.argmax(similarity))
