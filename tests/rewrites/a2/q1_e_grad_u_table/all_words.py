"""Counts with np.bincount and keeps at least one of each."""


def grad_U_neg(U, v_c, o, samples):
    n = np.bincount(samples, minlength=len(U))
    factor = np.maximum(n, 1) * expit(np.dot(U, v_c))
    factor[o] = expit(np.dot(U[o], v_c)) - 1
    return factor.reshape(-1, 1) * v_c
