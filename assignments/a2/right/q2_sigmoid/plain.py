"""One line, as in the formula."""


def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))
