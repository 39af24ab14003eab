# fails: q1_e_grad_v__derivative
# term: the terms of the negative samples
"""The samples' factor is probably that of the target, σ - 1; the minus inside their sigmoid changes it."""


def grad_v_neg(U, v_c, o, samples):
    drawn = U[samples]
    return (expit(U[o] @ v_c) - 1) * U[o] + (expit(drawn @ v_c) - 1) @ drawn
