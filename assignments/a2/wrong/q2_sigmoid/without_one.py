# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The 1 in the denominator is probably missing. What is left grows without end, so it is no probability. Try x =
0."""


def sigmoid(x):
    return 1 / np.exp(-x)
