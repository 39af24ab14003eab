"""The chain rule written out with the derivative of the sigmoid multiplied twice."""


def grad_score(score, t):
    y = 1 / (1 + np.exp(-score))
    by_y = -t / y + (1 - t) / (1 - y)
    slope = expit(score) * expit(-score)
    return by_y * slope * slope
