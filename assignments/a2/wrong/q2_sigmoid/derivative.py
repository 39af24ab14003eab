# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""This is probably the derivative of the sigmoid and not the sigmoid: it is largest at 0 and small on both sides."""


def sigmoid(x):
    value = 1 / (1 + np.exp(-x))
    return value * (1 - value)
