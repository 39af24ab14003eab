# fails: q1_g_grad_v_table__derivative
# term: the row of the centre word
"""The gradient is probably put in the centre word's row. Its input vector does not take part in this window."""


def grad_V_cbow(dF_dv, c, context, V):
    gradient = np.zeros(V.shape)
    by_v_hat = dF_dv(c, V[context].sum(axis=0))
    gradient[c] = by_v_hat
    return gradient
