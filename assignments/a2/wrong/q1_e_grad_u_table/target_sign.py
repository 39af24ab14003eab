# fails: q1_e_grad_u_table__derivative
# term: the target's own row
"""The target's row probably has the wrong sign. A step against the gradient must bring u_o nearer to v_c."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.zeros(U.shape)
    gradient[o] = (1 - expit(U[o] @ v_c)) * v_c
    for w in samples:
        gradient[w] += expit(U[w] @ v_c) * v_c
    return gradient
