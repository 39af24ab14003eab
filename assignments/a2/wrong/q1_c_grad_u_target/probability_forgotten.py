# fails: q1_c_grad_u_target__derivative
# term: the factor in front
"""Only the derivative of the target's own score is there; the target also stands in the sum of the denominator."""


def grad_u_target_naive(U, v_c, o):
    return -v_c
