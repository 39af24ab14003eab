# fails: q1_c_grad_u_other__derivative
# term: the target's own term, which belongs to w = o only
"""The minus 1 of the target is probably used for another word too. It comes from the target's own score."""


def grad_u_other_naive(U, v_c, o, w):
    return (softmax(U @ v_c)[w] - 1) * v_c
