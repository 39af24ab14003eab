# fails: q1_e_grad_u_table__derivative
# term: the rows of the negative samples
"""The samples' factors are probably computed from the target's score u_o · v_c. Each sample has a score of its
own."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.zeros(U.shape)
    gradient[o] = (expit(U[o] @ v_c) - 1) * v_c
    for w in samples:
        gradient[w] += expit(U[o] @ v_c) * v_c
    return gradient
