# fails: q1_e_grad_u_target__derivative
# term: u_o
"""The result is probably along u_o. The derivative of the score with respect to u_o is the other vector."""


def grad_u_target_neg(U, v_c, o):
    return (expit(U[o] @ v_c) - 1) * U[o]
