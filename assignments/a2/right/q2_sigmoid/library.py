"""SciPy's function of the same meaning."""

from scipy import special


def sigmoid(x):
    return special.expit(x)
