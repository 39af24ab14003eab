"""The library's log-sum-exp."""


def loss_naive(U, v_c, o):
    scores = np.dot(U, v_c)
    return np.logaddexp.reduce(scores) - scores[o]
