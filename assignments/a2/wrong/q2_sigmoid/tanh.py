# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""This is probably the hyperbolic tangent. It has the same S shape but runs from -1 to 1, so it is no probability.
Look at the value at 0."""


def sigmoid(x):
    return np.tanh(x)
