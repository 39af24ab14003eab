"""The simplified form with np.exp."""


def grad_score(score, t):
    return 1 / (1 + np.exp(-score)) - t
