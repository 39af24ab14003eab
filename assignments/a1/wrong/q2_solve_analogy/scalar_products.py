# fails: q2_solve_analogy__target
"""The target is made of scaled rows, but the candidates are not scaled: a scalar product with a long vector is large
without being alike. Cosine similarity divides by the lengths.
"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1, keepdims=True)
    similarity = X @ (unit[b] - unit[a] + unit[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))
