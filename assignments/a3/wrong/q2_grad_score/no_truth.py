# fails: q2_grad_score__values
"""The truth is not used: this is the slope for t = 0."""


def grad_score(score, t):
    return expit(score)
