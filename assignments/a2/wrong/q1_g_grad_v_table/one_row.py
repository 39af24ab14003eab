# fails: q1_g_grad_v_table__derivative
# term: the shape
"""The result is probably one row. The question asks for the whole table."""


def grad_V_cbow(dF_dv, c, context, V):
    gradient = np.zeros(V.shape)
    by_v_hat = dF_dv(c, V[context].sum(axis=0))
    for w in context:
        gradient[w] += by_v_hat
    return by_v_hat
