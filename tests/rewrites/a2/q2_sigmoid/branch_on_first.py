"""Two stable forms with expit, chosen by the first number."""


def sigmoid(x):
    values = np.array(x, dtype=float)
    positive = values.flat[0] >= 0
    size = np.sqrt(values**2)
    return expit(size) if positive else expit(-size)
