# fails: q1_b_grad_v__derivative
# term: the factors
"""The exponentials of the scores are probably not divided by their sum. Probabilities add up to 1."""


def grad_v_naive(U, v_c, y):
    return U.T @ (np.exp(U @ v_c) - y)
