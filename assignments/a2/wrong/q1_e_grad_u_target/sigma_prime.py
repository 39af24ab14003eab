# fails: q1_e_grad_u_target__derivative
# term: the factor in front
"""The derivative of the logarithm is probably missing in the chain rule: this is the derivative of -σ, not of -log
σ."""


def grad_u_target_neg(U, v_c, o):
    value = expit(U[o] @ v_c)
    return -value * (1 - value) * v_c
