"""With a helper function, vectorised by NumPy."""


def one_sigmoid(number):
    return 1 / (1 + np.exp(-float(number)))


def sigmoid(x):
    return np.vectorize(one_sigmoid, otypes=[float])(x)
