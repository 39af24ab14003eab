# fails: q1_c_grad_u_table__derivative
# term: the rows of the other words
"""Only the target's row is filled. Every word stands in the sum of the denominator, so every row has a gradient."""


def grad_U_naive(U, v_c, y):
    return np.outer(y * (softmax(U @ v_c) - 1), v_c)
