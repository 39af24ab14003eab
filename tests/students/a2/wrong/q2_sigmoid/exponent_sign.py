"""The student forgets the minus sign in the exponent, which gives 1 - sigmoid(x)."""


def sigmoid(x):
    return 1 / (1 + np.exp(x))
