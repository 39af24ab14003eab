# fails: q2_grad_score__values
"""The sign is the other way round: for t = 1 a higher score lowers the loss, so the slope must be negative there."""


def grad_score(score, t):
    return t - expit(score)
