# fails: q1_e_grad_u_table__derivative
# term: a sum
"""The rows of the table are probably added up to one vector. Each word keeps a row of its own."""


def grad_U_neg(U, v_c, o, samples):
    return (expit(U[o] @ v_c) - 1) * v_c + np.sum(expit(U[samples] @ v_c)) * v_c
