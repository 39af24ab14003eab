# fails: q1_e_grad_v__derivative
# term: the terms of the negative samples
"""A word that was drawn several times probably counts once."""


def grad_v_neg(U, v_c, o, samples):
    drawn = U[sorted(set(samples))]
    return (expit(U[o] @ v_c) - 1) * U[o] + expit(drawn @ v_c) @ drawn
