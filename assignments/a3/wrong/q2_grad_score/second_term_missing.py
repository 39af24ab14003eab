# fails: q2_grad_score__values
"""Only the term for t = 1 has a slope here; for t = 0 it is 0. The second term, (1 - t) log(1 - y), depends on the
score, too."""


def grad_score(score, t):
    return -t * (1 - expit(score))
