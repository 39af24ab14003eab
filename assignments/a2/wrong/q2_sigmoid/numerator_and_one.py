# fails: q2_sigmoid__values
"""The exponential probably stands in the numerator with 1 beside it; the sigmoid is 1 divided by 1 + exp(-x)."""


def sigmoid(x):
    return 1 + np.exp(-np.asarray(x, dtype=float))
