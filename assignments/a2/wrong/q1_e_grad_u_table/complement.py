# fails: q1_e_grad_u_table__derivative
# term: the rows of the negative samples
"""The samples' factor is probably 1 - σ(u_k · v_c), which is σ(-u_k · v_c). The derivative of -log σ(-x) is σ(x)."""


def grad_U_neg(U, v_c, o, samples):
    gradient = np.zeros(U.shape)
    gradient[o] = (expit(U[o] @ v_c) - 1) * v_c
    for w in samples:
        gradient[w] += (1 - expit(U[w] @ v_c)) * v_c
    return gradient
