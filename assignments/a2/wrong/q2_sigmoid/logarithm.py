# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""This is probably the logarithm of the sigmoid, which is what the loss takes. The sigmoid itself lies between 0 and
1."""


def sigmoid(x):
    return -np.log(1 + np.exp(-x))
