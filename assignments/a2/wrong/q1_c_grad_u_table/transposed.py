# fails: q1_c_grad_u_table__derivative
# term: the orientation
"""The table is probably transposed: it has a column for each word where it should have a row."""


def grad_U_naive(U, v_c, y):
    return np.outer(v_c, softmax(U @ v_c) - y)
