# fails: q1_c_grad_u_other__derivative
# term: the sign
"""The sign is probably wrong: the score of another word must make the loss larger."""


def grad_u_other_naive(U, v_c, o, w):
    return -softmax(U @ v_c)[w] * v_c
