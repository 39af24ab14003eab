# fails: q1_e_grad_u_target__derivative
# term: the sign
"""The sign is probably wrong. A step against the gradient must bring u_o nearer to v_c, not farther away."""


def grad_u_target_neg(U, v_c, o):
    return (1 - expit(U[o] @ v_c)) * v_c
