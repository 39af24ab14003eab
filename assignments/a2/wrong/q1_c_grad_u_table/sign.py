# fails: q1_c_grad_u_table__derivative
# term: the sign
"""The sign is probably wrong: y - ŷ where ŷ - y is meant."""


def grad_U_naive(U, v_c, y):
    return np.outer(y - softmax(U @ v_c), v_c)
