# fails: q1_c_grad_u_target__derivative
# term: u_o
"""The result is probably along u_o. The score is a product of u_o and v_c; its derivative with respect to u_o is the
other one."""


def grad_u_target_naive(U, v_c, o):
    return (softmax(U @ v_c)[o] - 1) * U[o]
