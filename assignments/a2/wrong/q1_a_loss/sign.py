# fails: q1_a_loss__derivative
# term: the sign
"""The minus of the cross entropy is probably lost: the result is the negative of the loss."""


def loss_naive(U, v_c, o):
    z = U @ v_c
    return z[o] - np.log(np.sum(np.exp(z)))
