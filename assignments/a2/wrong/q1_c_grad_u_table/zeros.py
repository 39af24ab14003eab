# fails: q1_c_grad_u_table__derivative
# term: all zeros: nothing was written into it
"""The table is probably still the zeros that it began as: nothing is written into it."""


def grad_U_naive(U, v_c, y):
    return np.zeros(U.shape)
