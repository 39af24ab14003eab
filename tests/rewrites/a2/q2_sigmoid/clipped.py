"""SciPy's expit between minimum and maximum."""


def sigmoid(x):
    bounded = np.maximum(np.minimum(x, 6), -6)  # against overflow
    return expit(bounded)
