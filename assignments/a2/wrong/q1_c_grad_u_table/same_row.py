# fails: q1_c_grad_u_table__derivative
# term: the rows of the other words
"""Every row probably has the same factor, that of the target. Each word has its own probability."""


def grad_U_naive(U, v_c, y):
    y_hat = softmax(U @ v_c)
    return np.outer(y @ y_hat - y, v_c)
