"""A loop, and the chain rule unsimplified."""


def grad_score(score, t):
    slopes = []
    for s, truth in zip(score, t):
        y = expit(s)
        slopes.append((-truth / y + (1 - truth) / (1 - y)) * y * (1 - y))
    return slopes
