"""Counts of all words at once."""


def grad_U_neg(U, v_c, o, samples):
    counts = np.bincount(samples, minlength=len(U)).astype(float)
    factors = counts * expit(U @ v_c)
    factors[o] = -expit(-(U[o] @ v_c))
    return factors[:, None] * v_c[None, :]
