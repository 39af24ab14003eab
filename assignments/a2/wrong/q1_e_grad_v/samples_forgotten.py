# fails: q1_e_grad_v__derivative
# term: the terms of the negative samples
"""The terms of the samples are probably missing: their scores depend on v_c too."""


def grad_v_neg(U, v_c, o, samples):
    return (expit(U[o] @ v_c) - 1) * U[o]
