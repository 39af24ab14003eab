"""The student makes the target from the rows as they are, without scaling them to length 1 first."""


def solve_analogy(X, a, b, c):
    target = X[b] - X[a] + X[c]
    best, best_sim = None, -2
    for i in range(len(X)):
        if i in (a, b, c):
            continue
        sim = np.dot(X[i], target) / (np.linalg.norm(X[i]) * np.linalg.norm(target))
        if sim > best_sim:
            best, best_sim = i, sim
    return best
