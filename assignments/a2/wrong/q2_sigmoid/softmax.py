# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The entries probably share one denominator, so that they add up to 1. That is the softmax. Each entry of the
sigmoid depends on its own score only."""


def sigmoid(x):
    powers = np.exp(x)
    return powers / np.sum(powers)
