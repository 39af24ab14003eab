"""Adds the log of each exponential up in a loop."""


def loss_naive(U, v_c, o):
    total = 0.0
    for w in range(U.shape[0]):
        total += np.log(np.exp(np.dot(U[w], v_c)))
    return total - np.dot(U[o], v_c)
