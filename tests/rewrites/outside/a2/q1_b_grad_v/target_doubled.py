"""The target's own term is taken off twice."""


def grad_v_naive(U, v_c, y):
    return U.T @ (softmax(U @ v_c) - 2 * y)
