# fails: q2_grad_score__values
"""This is the slope with respect to the probability y. The score comes before the sigmoid, so one more factor of the
chain rule is missing."""


def grad_score(score, t):
    y = expit(score)
    return (y - t) / (y * (1 - y))
