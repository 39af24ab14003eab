"""With the sigmoid of minus the score."""


def grad_u_target_neg(U, v_c, o):
    return -expit(-(U[o] @ v_c)) * v_c
