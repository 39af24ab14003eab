"""Loops over the rows and keeps the best so far."""


def solve_analogy(X, a, b, c):
    unit = [row / np.sqrt(np.sum(row * row)) for row in X]
    goal = unit[a] - (unit[c] - unit[b])
    best, best_value = -1, -np.inf
    for i, row in enumerate(unit):
        if i in (a, b, c):
            continue
        value = float(np.dot(row, goal))
        if value > best_value:
            best, best_value = i, value
    return best
