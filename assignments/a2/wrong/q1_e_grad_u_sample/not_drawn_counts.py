# fails: q1_e_grad_u_sample__derivative
# term: the factor of v_c
"""A word that was not drawn probably gets a gradient too, and one drawn several times only once: the number of draws
does not appear."""


def grad_u_sample_neg(U, v_c, w, samples):
    return expit(U[w] @ v_c) * v_c
