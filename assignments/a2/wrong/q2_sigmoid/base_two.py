# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The power probably has another base than e."""


def sigmoid(x):
    return 1 / (1 + 2.0 ** (-1.0 * np.asarray(x)))
