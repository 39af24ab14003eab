# fails: q1_e_grad_u_target__derivative
# term: the factor in front
"""The softmax over all words probably stands where the sigmoid of one score is meant."""


def grad_u_target_neg(U, v_c, o):
    return (softmax(U @ v_c)[o] - 1) * v_c
