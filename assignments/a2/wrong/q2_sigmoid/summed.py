# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The values are probably added up to one number. Each entry keeps its own value, so that the result has the shape of
x."""


def sigmoid(x):
    return np.sum(1 / (1 + np.exp(-np.asarray(x, dtype=float))))
