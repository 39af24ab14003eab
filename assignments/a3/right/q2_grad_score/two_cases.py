"""One case for each truth."""


def grad_score(score, t):
    result = expit(score)
    result[t == 1] = -expit(-score[t == 1])
    return result
