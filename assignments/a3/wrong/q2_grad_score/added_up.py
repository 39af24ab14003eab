# fails: q2_grad_score__values
"""The slopes are added up to one number. Each entry is an answer by itself."""


def grad_score(score, t):
    return np.sum(expit(score) - t)
