# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The values are probably rounded to 0 and 1. The sigmoid is a probability, with everything between."""


def sigmoid(x):
    return np.round(1 / (1 + np.exp(-np.asarray(x, dtype=float))))
