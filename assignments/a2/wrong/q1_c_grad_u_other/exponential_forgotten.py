# fails: q1_c_grad_u_other__derivative
# term: the factor in front
"""The probability is probably made without the exponential."""


def grad_u_other_naive(U, v_c, o, w):
    z = U @ v_c
    return z[w] / np.sum(z) * v_c
