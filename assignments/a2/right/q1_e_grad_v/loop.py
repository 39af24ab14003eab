"""A loop over the samples."""


def grad_v_neg(U, v_c, o, samples):
    result = -(1 - expit(U[o] @ v_c)) * U[o]
    for k in samples:
        result = result + (1 - expit(-U[k] @ v_c)) * U[k]
    return result
