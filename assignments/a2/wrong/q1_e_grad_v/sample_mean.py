# fails: q1_e_grad_v__derivative
# term: the terms of the negative samples
"""The samples' terms are probably averaged where the formula has a sum."""


def grad_v_neg(U, v_c, o, samples):
    drawn = U[samples]
    return (expit(U[o] @ v_c) - 1) * U[o] + expit(drawn @ v_c) @ drawn / len(samples)
