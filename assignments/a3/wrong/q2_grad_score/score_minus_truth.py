# fails: q2_grad_score__values
"""The score itself stands where its sigmoid should: the model gives a probability, y."""


def grad_score(score, t):
    return score - t
