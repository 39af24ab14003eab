# fails: q1_e_grad_u_table__derivative
# term: the rows of the negative samples
"""The row of a word that was drawn several times is probably set once, not added to each time."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.zeros(U.shape)
    gradient[o] = (expit(U[o] @ v_c) - 1) * v_c
    for w in samples:
        gradient[w] = expit(U[w] @ v_c) * v_c
    return gradient
