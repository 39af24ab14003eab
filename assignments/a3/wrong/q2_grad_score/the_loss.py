# fails: q2_grad_score__values
"""This is the loss, not its slope."""


def grad_score(score, t):
    return np.logaddexp(0, score) - t * score
