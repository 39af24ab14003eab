# fails: q1_b_grad_v__derivative
# term: the sign
"""The gradient points the other way: probably y - ŷ where ŷ - y is meant."""


def grad_v_naive(U, v_c, y):
    return U.T @ (y - softmax(U @ v_c))
