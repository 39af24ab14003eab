# fails: q1_e_grad_u_table__derivative
# term: the target's own row
"""The target's row is probably zero."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.zeros(U.shape)
    for w in samples:
        gradient[w] += expit(U[w] @ v_c) * v_c
    return gradient
