"""The student assigns the gradient to the row of each context word instead of adding it, so a repeated word counts once."""


def grad_V_cbow(dF_dv, c, context, V):
    v_hat = np.zeros(V.shape[1])
    for w in context:
        v_hat += V[w]
    grad = np.zeros(V.shape)
    for w in context:
        grad[w] = dF_dv(c, v_hat)
    return grad
