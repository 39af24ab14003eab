# fails: q2_grad_score__values
"""This is the slope of the sigmoid alone. The loss comes after it: multiply by the slope of the loss with respect
to y, and simplify."""


def grad_score(score, t):
    y = expit(score)
    return y * (1 - y)
