"""Counts of the words times an equal share."""


def grad_V_cbow(dF_dv, c, context, V):
    v_hat = np.zeros(V.shape[1])
    for w in context:
        v_hat += V[w]
    counts = np.bincount(context, minlength=len(V))
    return np.outer(counts / counts.sum(), dF_dv(c, v_hat))
