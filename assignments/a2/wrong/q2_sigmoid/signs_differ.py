# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""Numerator and denominator probably come from two forms of the sigmoid: the exponents in them have different signs.
At 0 this is right, elsewhere it is not."""


def sigmoid(x):
    return np.exp(x) / (1 + np.exp(-x))
