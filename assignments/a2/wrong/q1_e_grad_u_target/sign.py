# fails: q1_e_grad_u_target__derivative
# term: the sign
"""The sign is probably wrong: 1 - σ where σ - 1 is meant."""


def grad_u_target_neg(U, v_c, o):
    return (1 - expit(U[o] @ v_c)) * v_c
