# fails: q1_c_grad_u_target__derivative
# term: the sign
"""The sign is probably wrong: 1 - ŷ where ŷ - 1 is meant."""


def grad_u_target_naive(U, v_c, o):
    return (1 - softmax(U @ v_c)[o]) * v_c
