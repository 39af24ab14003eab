# fails: q1_a_loss__derivative
# term: the sign of the target's own term
"""The target's own score probably has the wrong sign: a higher score of the right word must make the loss smaller."""


def loss_naive(U, v_c, o):
    z = U @ v_c
    return z[o] + np.log(np.sum(np.exp(z)))
