# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The denominator is probably 1 - exp(-x), where 1 + exp(-x) is meant. Its value at 0 would be a division by zero."""


def sigmoid(x):
    return 1 / (1 - np.exp(-x))
