"""A factor 2 is too much."""


def grad_score(score, t):
    return 2 * (expit(score) - t)
