# fails: q1_c_grad_u_other__derivative
# term: u_w
"""The result is probably along u_w. The derivative of u_w · v_c with respect to u_w is the other vector."""


def grad_u_other_naive(U, v_c, o, w):
    return softmax(U @ v_c)[w] * U[w]
