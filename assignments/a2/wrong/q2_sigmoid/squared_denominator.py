# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The denominator is probably squared, as in the derivative. The sigmoid has it once."""


def sigmoid(x):
    return 1 / (1 + np.exp(-x)) ** 2
