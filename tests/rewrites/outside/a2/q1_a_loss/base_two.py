"""The logarithm has the base 2."""


def loss_naive(U, v_c, o):
    return -np.log2(softmax(U @ v_c)[o])
