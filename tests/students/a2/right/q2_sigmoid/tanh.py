"""Uses the identity sigma(x) = (1 + tanh(x/2)) / 2 instead of an exponential."""


def sigmoid(x):
    return 0.5 * np.tanh(0.5 * np.asarray(x)) + 0.5
