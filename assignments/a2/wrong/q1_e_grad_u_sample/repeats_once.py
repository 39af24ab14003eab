# fails: q1_e_grad_u_sample__derivative
# term: the factor in front
"""A word that was drawn several times probably counts once."""


def grad_u_sample_neg(U, v_c, w, samples):
    return float(w in samples) * expit(U[w] @ v_c) * v_c
