"""With flatten, vectorised."""


def sigmoid(x):
    z = np.asarray(x, dtype=float).flatten()
    return np.exp(z) / (np.exp(z) + 1)
