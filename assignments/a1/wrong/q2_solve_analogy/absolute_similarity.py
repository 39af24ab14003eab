# fails: q2_solve_analogy__target
"""The largest absolute value is taken, so that a row opposite to the target can win. The highest similarity counts,
with its sign.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = np.abs(unit @ (unit[b] - unit[a] + unit[c]))
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
