"""Leaves the chain rule unsimplified: the derivative by y times y(1 - y)."""


def grad_score(score, t):
    y = expit(score)
    dl_dy = -(t / y - (1 - t) / (1 - y))
    dy_ds = y * (1 - y)
    return dl_dy * dy_ds
