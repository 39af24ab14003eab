# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The tangent form of the sigmoid is probably missing a factor inside: the curve is too steep, right only at 0 and
far away. Compare the slope at 0, which is 1/4."""


def sigmoid(x):
    return (1 + np.tanh(x)) / 2
