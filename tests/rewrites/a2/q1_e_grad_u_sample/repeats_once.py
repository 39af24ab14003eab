"""With np.isin and a branch."""


def grad_u_sample_neg(U, v_c, w, samples):
    gradient = np.zeros_like(v_c)
    if np.isin(w, samples):
        gradient = gradient + expit(np.dot(v_c, U[w])) * v_c
    return gradient
