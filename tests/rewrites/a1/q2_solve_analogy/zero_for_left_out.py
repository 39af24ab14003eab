"""A list of scores and max with a key."""


def solve_analogy(X, a, b, c):
    def unit(i):
        return X[i] / np.linalg.norm(X[i])

    target = unit(b) - unit(a) + unit(c)
    scores = [0.0 if i in (a, b, c) else float(unit(i) @ target) for i in range(len(X))]
    return max(range(len(scores)), key=lambda i: scores[i])
