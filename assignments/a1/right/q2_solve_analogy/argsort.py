"""sorting, the first row that is not given"""


def solve_analogy(X, a, b, c):
    unit = (X.T / np.linalg.norm(X, axis=1)).T
    order = np.argsort(-(unit @ (unit[b] + unit[c] - unit[a])))
    return [row for row in order if row not in {a, b, c}][0]
