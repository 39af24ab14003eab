# fails: q2_grad_score__values
"""The factor y (1 - y) is left over. It cancels against the slope of the logarithm."""


def grad_score(score, t):
    y = expit(score)
    return (y - t) * y * (1 - y)
