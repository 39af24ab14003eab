"""As a product of two factors."""


def sigmoid(x):
    factor = np.exp(x)
    return factor * expit(x)
