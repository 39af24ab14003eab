"""Two mistakes: the argument is cut off, and the shape is lost."""


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(np.ravel(x), -5, 5)))
