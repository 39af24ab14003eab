# fails: q1_e_grad_u_table__derivative
# term: the rows of the negative samples
"""The rows of the samples are probably zero."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.zeros(U.shape)
    gradient[o] = (expit(U[o] @ v_c) - 1) * v_c
    return gradient
