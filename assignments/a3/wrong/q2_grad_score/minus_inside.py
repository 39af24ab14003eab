# fails: q2_grad_score__values
"""The sign inside the sigmoid is wrong: the probability of yes is σ(s), not σ(-s)."""


def grad_score(score, t):
    return expit(-score) - t
