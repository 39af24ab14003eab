# fails: q2_grad_score__values
"""The term for t = 0 has the wrong sign. The inner derivative of 1 - y is -1, and the minus sign before the bracket
turns it round once more."""


def grad_score(score, t):
    y = expit(score)
    return -t * (1 - y) - (1 - t) * y
