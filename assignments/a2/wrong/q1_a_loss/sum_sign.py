# fails: q1_a_loss__derivative
# term: the sign of the logarithm of the sum
"""The logarithm of the sum probably has a minus. It comes from the denominator, and the loss has a minus in front of the
logarithm of the whole fraction."""


def loss_naive(U, v_c, o):
    return -(U[o] @ v_c) - np.log(np.sum(np.exp(U @ v_c)))
