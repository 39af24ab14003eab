# fails: q1_c_grad_u_table__derivative
# term: the factor in front
"""The result is too small by a constant factor: probably a mean where nothing is averaged."""


def grad_U_naive(U, v_c, y):
    return np.outer(softmax(U @ v_c) - y, v_c) / len(U)
