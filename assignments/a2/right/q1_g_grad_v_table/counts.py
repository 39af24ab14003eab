"""Counts of the context's words times one row."""


def grad_V_cbow(dF_dv, c, context, V):
    counts = np.bincount(context, minlength=len(V))
    return np.outer(counts, dF_dv(c, counts @ V))
