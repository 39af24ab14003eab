"""The distribution function of the normal distribution is taken."""

from scipy.special import ndtr


def sigmoid(x):
    return ndtr(np.asarray(x, dtype=float))
