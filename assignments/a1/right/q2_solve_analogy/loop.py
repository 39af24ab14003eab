"""a loop over the rows, cosine by hand"""


def solve_analogy(X, a, b, c):
    def unit(row):
        return row / np.sqrt(np.sum(row**2))

    target = unit(X[c]) + unit(X[b]) - unit(X[a])
    best, best_cosine = None, -2.0
    for i in range(len(X)):
        if i in (a, b, c):
            continue
        cosine = np.dot(X[i], target) / (np.linalg.norm(X[i]) * np.linalg.norm(target))
        if cosine > best_cosine:
            best, best_cosine = i, cosine
    return best
