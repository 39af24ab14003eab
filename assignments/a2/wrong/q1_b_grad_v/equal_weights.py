# fails: q1_b_grad_v__derivative
# term: the factors
"""The rows of U are probably averaged with equal weights where each counts with its probability ŷ."""


def grad_v_naive(U, v_c, y):
    return U.mean(axis=0) - y @ U
