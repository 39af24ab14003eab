# fails: q1_c_grad_u_table__derivative
# term: the factors
"""The exponentials of the scores are probably not divided by their sum. Probabilities add up to 1."""


def grad_U_naive(U, v_c, y):
    return np.outer(np.exp(U @ v_c) - y, v_c)
