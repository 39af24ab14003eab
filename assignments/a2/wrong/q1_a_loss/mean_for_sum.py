# fails: q1_a_loss__derivative
# term: the sum over the words, which is a mean
"""A mean over the words probably stands where the sum is meant: the loss is too small by log V."""


def loss_naive(U, v_c, o):
    z = U @ v_c
    return -z[o] + np.log(np.mean(np.exp(z)))
