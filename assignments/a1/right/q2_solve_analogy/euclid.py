"""the smallest Euclidean distance between unit vectors, which gives the same order"""


def solve_analogy(X, a, b, c):
    unit = X / np.linalg.norm(X, axis=1)[:, np.newaxis]
    distance = np.linalg.norm(unit - (unit[b] - unit[a] + unit[c]), axis=1)
    distance[[a, b, c]] = np.inf
    return distance.argmin()
