# fails: q1_b_grad_v__derivative
# term: the target's own term
"""The target's row is probably multiplied by its probability twice: once in ŷ and once more in the term that comes
from y."""


def grad_v_naive(U, v_c, y):
    y_hat = softmax(U @ v_c)
    return U.T @ (y_hat - y * y_hat)
