"""A loop over the samples."""


def grad_v_neg(U, v_c, o, samples):
    u_o = U[o]
    result = -(1 - expit(np.dot(u_o, v_c))) * u_o
    for k in samples:
        result = result + (1 - expit(-np.dot(U[k], v_c))) * u_o
    return result
