"""Through the sigmoid of -x."""


def sigmoid_prime(x):
    other = expit(-np.asarray(x, dtype=float))
    return other * other
