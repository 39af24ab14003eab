"""Two mistakes: the target's row is doubled, and a repeated sample counts once."""


def grad_U_neg(U, v_c, o, samples):
    G = np.zeros(U.shape)
    G[o] = 2 * (expit(U[o] @ v_c) - 1) * v_c
    for w in set(samples):
        G[w] += expit(U[w] @ v_c) * v_c
    return G
