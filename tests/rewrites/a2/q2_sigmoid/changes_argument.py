"""Overwrites the entries with a slice assignment."""


def sigmoid(x):
    a = np.asarray(x, dtype=float)
    a[...] = np.exp(-a)
    return np.reciprocal(1 + a)
