# fails: q2_solve_analogy__target, q2_solve_analogy__left_out
"""The rows a, b and c are deleted before the choice, and the number that is returned counts without them. Return the
number of the row in X.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    return int(np.argmax(np.delete(similarity, [a, b, c])))
