# fails: q1_e_grad_u_table__derivative
# term: the target's own row
"""The target's row probably has the wrong sign: 1 - σ where σ - 1 is meant."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.zeros(U.shape)
    gradient[o] = (1 - expit(U[o] @ v_c)) * v_c
    for w in samples:
        gradient[w] += expit(U[w] @ v_c) * v_c
    return gradient
