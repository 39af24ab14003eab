# fails: q1_e_grad_u_target__derivative
# term: the factor in front
"""The derivative of the sigmoid inside the logarithm is probably missing in the chain rule."""


def grad_u_target_neg(U, v_c, o):
    return -v_c / expit(U[o] @ v_c)
