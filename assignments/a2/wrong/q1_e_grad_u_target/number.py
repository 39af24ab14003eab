# fails: q1_e_grad_u_target__derivative
# term: the shape
"""The result is probably the factor alone. The gradient by a vector is a vector."""


def grad_u_target_neg(U, v_c, o):
    return expit(U[o] @ v_c) - 1
