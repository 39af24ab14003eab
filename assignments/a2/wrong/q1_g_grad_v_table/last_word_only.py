# fails: q1_g_grad_v_table__derivative
# term: the rows of the words that stand in the context once
"""Only one word of the context probably gets a gradient."""


def grad_V_cbow(dF_dv, c, context, V):
    gradient = np.zeros(V.shape)
    by_v_hat = dF_dv(c, V[context].sum(axis=0))
    for w in context[:1] + context[2:3]:
        gradient[w] += by_v_hat
    return gradient
