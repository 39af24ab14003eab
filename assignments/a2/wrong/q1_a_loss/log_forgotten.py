# fails: q1_a_loss__derivative
# term: the logarithm, which is missing in front of the sum
"""The logarithm in front of the sum is probably missing."""


def loss_naive(U, v_c, o):
    z = U @ v_c
    return -z[o] + np.sum(np.exp(z))
