"""The sum by a loop."""


def grad_U_cbow(dF_dU, c, context, V):
    v_hat = np.zeros(V.shape[1])
    for w in context:
        v_hat += V[w]
    return dF_dU(c, v_hat)
