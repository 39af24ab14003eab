"""Sorts all rows and takes the first that is not left out."""


def solve_analogy(X, a, b, c):
    normed = X / np.sqrt(np.square(X).sum(axis=1))[:, None]
    goal = normed[b] + normed[c] - normed[a]
    ranking = np.argsort(-(normed @ goal), kind="stable")
    for row in ranking:
        if row != a and row != c:
            return int(row)
