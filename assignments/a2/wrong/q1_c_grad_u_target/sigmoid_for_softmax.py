# fails: q1_c_grad_u_target__derivative
# term: the factor in front
"""A sigmoid of the target's score probably stands where the softmax over all words is meant."""


def grad_u_target_naive(U, v_c, o):
    return (expit(U[o] @ v_c) - 1) * v_c
