# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The exponential is probably missing: the number itself stands in the denominator."""


def sigmoid(x):
    return 1 / (1 - x + 0.0)
