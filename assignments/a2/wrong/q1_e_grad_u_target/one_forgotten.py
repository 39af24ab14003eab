# fails: q1_e_grad_u_target__derivative
# term: the factor in front
"""The minus 1 is probably missing: σ stands where σ - 1 is meant."""


def grad_u_target_neg(U, v_c, o):
    return expit(U[o] @ v_c) * v_c
