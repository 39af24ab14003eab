# fails: q1_a_loss__derivative
# term: the logarithm of the sum, which is missing
"""The loss is probably minus the target's score alone: the sum in the denominator is missing."""


def loss_naive(U, v_c, o):
    return -(U[o] @ v_c)
