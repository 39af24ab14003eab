"""A loop with an if for the two kinds of truth instead of one formula."""


def grad_score(score, t):
    result = []
    for s, truth in zip(score, t):
        if truth == 1:
            result.append(-1 / (1 + np.exp(s)))
        else:
            result.append(1 / (1 + np.exp(-s)))
    return np.array(result)
