# fails: q1_e_grad_v__derivative
# term: the target's own term
"""The target's own term is probably missing."""


def grad_v_neg(U, v_c, o, samples):
    drawn = U[samples]
    return expit(drawn @ v_c) @ drawn
