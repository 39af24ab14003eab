# fails: q1_e_grad_u_table__derivative
# term: the vectors
"""The rows probably point along the outside vectors themselves. The derivative of a score u · v_c with respect to u
is the other vector, v_c."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.zeros(U.shape)
    gradient[o] = (expit(U[o] @ v_c) - 1) * U[o]
    for w in samples:
        gradient[w] += expit(U[w] @ v_c) * U[w]
    return gradient
