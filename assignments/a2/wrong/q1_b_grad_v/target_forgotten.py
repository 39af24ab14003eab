# fails: q1_b_grad_v__derivative
# term: the target's own term
"""The target's own term is probably missing: y does not appear."""


def grad_v_naive(U, v_c, y):
    return U.T @ softmax(U @ v_c)
