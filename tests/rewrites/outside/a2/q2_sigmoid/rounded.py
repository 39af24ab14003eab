"""The result is rounded to three digits."""


def sigmoid(x):
    return np.round(expit(x), 3)
