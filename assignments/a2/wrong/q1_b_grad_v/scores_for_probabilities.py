# fails: q1_b_grad_v__derivative
# term: the factors
"""The scores probably stand where the probabilities are meant: the softmax is missing."""


def grad_v_naive(U, v_c, y):
    return U.T @ (U @ v_c - y)
