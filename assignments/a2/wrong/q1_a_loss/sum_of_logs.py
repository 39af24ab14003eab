# fails: q1_a_loss__derivative
# term: the order of sum and logarithm
"""Sum and logarithm have probably changed places. The logarithm of a sum is not the sum of the logarithms."""


def loss_naive(U, v_c, o):
    z = U @ v_c
    return -z[o] + np.sum(np.log(np.exp(z)))
