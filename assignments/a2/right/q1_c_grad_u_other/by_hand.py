"""The probability written out."""


def grad_u_other_naive(U, v_c, o, w):
    powers = np.exp(U @ v_c)
    return v_c * powers[w] / sum(powers)
