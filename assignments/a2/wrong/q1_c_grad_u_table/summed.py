# fails: q1_c_grad_u_table__derivative
# term: a sum
"""The rows are probably added up to one vector. Each word keeps its own row."""


def grad_U_naive(U, v_c, y):
    return (softmax(U @ v_c) - y).sum() * v_c + np.sum(y) * 0 + np.outer(softmax(U @ v_c) - y, v_c).sum(axis=0)
