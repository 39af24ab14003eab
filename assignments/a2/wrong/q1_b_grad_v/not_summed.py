# fails: q1_b_grad_v__derivative
# term: a sum
"""The terms of the words are probably side by side in a table; the gradient with respect to one vector is their
sum."""


def grad_v_naive(U, v_c, y):
    return (softmax(U @ v_c) - y)[:, None] * U
