# fails: q1_g_grad_v_table__derivative
# term: the factor in front
"""The gradient is probably divided among the words of the context, as for a mean. Each word of a sum gets the whole
gradient."""


def grad_V_cbow(dF_dv, c, context, V):
    gradient = np.zeros(V.shape)
    by_v_hat = dF_dv(c, V[context].sum(axis=0))
    for w in context:
        gradient[w] += by_v_hat / len(context)
    return gradient
