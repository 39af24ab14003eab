# fails: q1_c_grad_u_table__derivative
# term: the vectors
"""The rows are probably along those of U. The derivative of a score with respect to u_w is v_c, for every word."""


def grad_U_naive(U, v_c, y):
    return (softmax(U @ v_c) - y)[:, None] * U
