"""The student gets the sign of the target's score wrong: it is added to the log of the sum instead of subtracted."""


def loss_naive(U, v_c, o):
    scores = U @ v_c
    return scores[o] + np.log(np.sum(np.exp(scores)))
