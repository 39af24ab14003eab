# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The result probably has a minus in front. The sigmoid is a probability, between 0 and 1."""


def sigmoid(x):
    return -1 / (1 + np.exp(-x))
