# fails: q1_g_grad_v_table__derivative
# term: the sign
"""The sign is probably wrong: the minus of the logarithm is already inside F."""


def grad_V_cbow(dF_dv, c, context, V):
    gradient = np.zeros(V.shape)
    by_v_hat = dF_dv(c, V[context].sum(axis=0))
    for w in context:
        gradient[w] -= by_v_hat
    return gradient
