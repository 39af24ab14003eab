# fails: q1_e_grad_v__derivative
# term: the terms of the negative samples
"""The target's score u_o · v_c probably stands inside the sum over the samples. Each sample has a score of its
own."""


def grad_v_neg(U, v_c, o, samples):
    return (expit(U[o] @ v_c) - 1) * U[o] + expit(U[o] @ v_c) * U[samples].sum(axis=0)
