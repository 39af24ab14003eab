# fails: q2_grad_score__values
"""The slopes are divided by their number. Here each entry is an answer by itself."""


def grad_score(score, t):
    return (expit(score) - t) / len(t)
