# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""A pair of brackets is probably missing: `1 / 1 + a` is `(1 / 1) + a`. The result is larger than 1, so it is no
probability. Look at what the division bar of the formula covers."""


def sigmoid(x):
    return 1 / 1 + np.exp(-x)
