"""With fancy indexing: the row numbers go in as one array."""


def grad_U_neg(U, v_c, o, samples):
    table = np.zeros((U.shape[0], U.shape[1]))
    table[o] -= (1 - expit(v_c @ U[o])) * v_c
    table[samples] += np.outer(expit(U[samples] @ v_c), v_c)
    return table
