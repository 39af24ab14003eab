# fails: q1_b_grad_v__derivative
# term: the factor in front
"""The result is too small by the factor V: probably a mean over the words where the sum is meant."""


def grad_v_naive(U, v_c, y):
    return U.T @ (softmax(U @ v_c) - y) / len(U)
