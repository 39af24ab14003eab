# fails: q1_c_grad_u_target__derivative
# term: the factor in front
"""The probability is probably made without the exponential."""


def grad_u_target_naive(U, v_c, o):
    z = U @ v_c
    return (z[o] / np.sum(z) - 1) * v_c
