# fails: q1_a_loss__derivative
# term: the shape
"""The loss is probably an array with the terms of all words. Only the target's term is left, one number."""


def loss_naive(U, v_c, o):
    z = U @ v_c
    return np.log(np.sum(np.exp(z))) - z
