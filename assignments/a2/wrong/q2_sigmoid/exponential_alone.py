# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""This is probably the exponential alone, without the fraction."""


def sigmoid(x):
    return np.exp(-np.asarray(x, dtype=float))
