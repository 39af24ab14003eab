# fails: q1_g_grad_v_table__derivative
# term: the predicting vector: it is the mean of the context's vectors, here and in the slopes
"""The predicting vector is probably the mean of the context's vectors, as many programs have it. Here it is their sum, so that
its slope goes to each of them undivided."""


def grad_V_cbow(dF_dv, o, context, V):
    gradient = np.zeros(V.shape)
    for w in context:
        gradient[w] += dF_dv(o, V[list(context)].mean(axis=0)) / len(context)
    return gradient
