"""A sum over the samples."""


def grad_u_sample_neg(U, v_c, w, samples):
    total = np.zeros(len(v_c))
    for k in samples:
        if k == w:
            total += (1 - expit(-(U[k] @ v_c))) * v_c
    return total
