"""The student only asks whether w is among the samples and forgets the factor n_w for words drawn several times."""


def grad_u_sample_neg(U, v_c, w, samples):
    if w in samples:
        return expit(np.dot(U[w], v_c)) * v_c
    return np.zeros_like(v_c)
