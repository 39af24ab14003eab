# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The case for negative numbers is probably chosen once for the whole array, and each case is right only for one
sign. Arrays with both signs show it."""


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    if x.ravel()[0] >= 0:
        return 1 / (1 + np.exp(-np.abs(x)))
    power = np.exp(-np.abs(x))
    return power / (1 + power)
