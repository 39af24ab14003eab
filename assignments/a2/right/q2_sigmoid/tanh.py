"""Through the hyperbolic tangent."""


def sigmoid(x):
    return 0.5 * (1 + np.tanh(np.multiply(x, 0.5)))
