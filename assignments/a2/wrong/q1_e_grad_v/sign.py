# fails: q1_e_grad_v__derivative
# term: the sign
"""The sign of the whole gradient is probably wrong."""


def grad_v_neg(U, v_c, o, samples):
    drawn = U[samples]
    return (1 - expit(U[o] @ v_c)) * U[o] - expit(drawn @ v_c) @ drawn
