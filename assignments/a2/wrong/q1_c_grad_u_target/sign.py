# fails: q1_c_grad_u_target__derivative
# term: the sign
"""The sign is probably wrong. A step against the gradient must bring u_o nearer to v_c, not farther away."""


def grad_u_target_naive(U, v_c, o):
    return (1 - softmax(U @ v_c)[o]) * v_c
