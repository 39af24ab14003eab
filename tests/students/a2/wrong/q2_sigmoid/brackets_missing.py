"""The student forgets the brackets around the denominator, so Python computes 1/1 + exp(-x)."""


def sigmoid(x):
    s = 1 / 1 + np.exp(-x)
    return s
