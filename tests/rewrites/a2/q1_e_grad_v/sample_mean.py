"""Stacks the terms of the samples and averages them."""


def grad_v_neg(U, v_c, o, samples):
    terms = np.stack([expit(U[k] @ v_c) * U[k] for k in samples])
    return -expit(-(U[o] @ v_c)) * U[o] + terms.mean(axis=0)
