# fails: q1_e_grad_u_table__derivative
# term: the rows of words that were not drawn
"""Words that were not drawn probably get a gradient too. They do not stand in the loss."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.outer(expit(U @ v_c), v_c)
    gradient[o] -= v_c
    for w in set(samples):
        gradient[w] *= list(samples).count(w)
    return gradient
