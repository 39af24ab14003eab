# fails: q1_g_grad_v_table__derivative
# term: the vectors
"""F is probably evaluated at the mean of the context's vectors. Here the predicting vector is their sum."""


def grad_V_cbow(dF_dv, c, context, V):
    gradient = np.zeros(V.shape)
    by_v_hat = dF_dv(c, V[context].mean(axis=0))
    for w in context:
        gradient[w] += by_v_hat
    return gradient
