# fails: q1_g_grad_v_table__derivative
# term: the row of the centre word and the rows of words outside the window
"""The gradient is probably in every row. Only the context's rows take part in the loss."""


def grad_V_cbow(dF_dv, c, context, V):
    gradient = np.zeros(V.shape)
    by_v_hat = dF_dv(c, V[context].sum(axis=0))
    gradient += by_v_hat
    gradient[[w for w in set(context) if context.count(w) > 1]] += by_v_hat
    return gradient
