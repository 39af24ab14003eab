"""Probability times vector, minus the vector."""


def grad_u_target_naive(U, v_c, o):
    return softmax(U @ v_c)[o] * v_c - v_c
