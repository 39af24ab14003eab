"""The student does not leave out the rows a, b and c, which often come nearest to the target themselves."""


def solve_analogy(X, a, b, c):
    X_hat = X / np.linalg.norm(X, axis=1)[:, None]
    target = X_hat[c] + (X_hat[b] - X_hat[a])
    target = target / np.linalg.norm(target)
    return int(np.argmax(X_hat.dot(target)))
