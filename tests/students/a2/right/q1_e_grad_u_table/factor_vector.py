"""Builds one factor per word, n_w sigma - [w = o] sigma(-z_o), and the table from it by broadcasting; no loop and no case distinction."""


def grad_U_neg(U, v_c, o, samples):
    w = np.arange(len(U))
    n = (w[:, None] == np.asarray(samples)[None, :]).sum(axis=1)
    z = U @ v_c
    return (n * expit(z) - (w == o) * expit(-z))[:, None] * v_c
