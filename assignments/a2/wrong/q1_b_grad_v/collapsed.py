# fails: q1_b_grad_v__derivative
# term: a sum
"""The sum probably runs over the dimensions too. The gradient has one entry for each dimension of v_c."""


def grad_v_naive(U, v_c, y):
    return np.sum((softmax(U @ v_c) - y)[:, None] * U)
