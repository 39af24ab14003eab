# fails: q1_c_grad_u_other__derivative
# term: the factor in front
"""The probability in front is probably missing."""


def grad_u_other_naive(U, v_c, o, w):
    return 1.0 * v_c
