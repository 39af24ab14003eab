# fails: q2_sigmoid__arrays
"""The result is probably a flat list of numbers: the shape of the argument is lost. Scores of several words in a
matrix then no longer fit their places."""


def sigmoid(x):
    return np.array([1 / (1 + np.exp(-value)) for value in np.ravel(x)])
