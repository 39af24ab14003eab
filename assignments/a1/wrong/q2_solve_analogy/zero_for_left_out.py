# fails: q2_solve_analogy__left_out
"""The rows a, b and c get the similarity 0, which is still the largest where all others are negative. Take a value
that no other row can reach.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = unit @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = 0
    return int(np.argmax(similarity))
