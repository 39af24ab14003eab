"""Scales the rows in a loop over the array."""


def solve_analogy(X, a, b, c):
    for row in X:
        row /= np.linalg.norm(row)
    goal = X[b] - X[a] + X[c]
    cos = X.dot(goal) / np.linalg.norm(goal)
    for given in (a, b, c):
        cos[given] = -2
    return cos.argmax()
