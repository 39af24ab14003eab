# fails: q1_e_grad_u_table__derivative
# term: all zeros: nothing was written into it
"""The table is probably still the zeros that it began as: nothing is written into it."""


def grad_U_neg(U, v_c, o, samples):
    return np.zeros(U.shape)
