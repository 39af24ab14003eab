# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""Negative numbers probably get the value of the positive ones, as happens when a form that is safe for large numbers
uses |x| and leaves one of the two cases out. Compare the values at 2 and -2: they should add up to 1."""


def sigmoid(x):
    return 1 / (1 + np.exp(-np.abs(x)))
