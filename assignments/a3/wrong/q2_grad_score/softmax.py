# fails: q2_grad_score__values
"""A softmax over the batch: each entry is a question by itself, with the two answers yes and no."""


def grad_score(score, t):
    powers = np.exp(score)
    return powers / powers.sum() - t
