# fails: q1_c_grad_u_target__derivative
# term: the factor in front
"""The minus 1 that comes from the target's own score is probably missing."""


def grad_u_target_naive(U, v_c, o):
    return softmax(U @ v_c)[o] * v_c
