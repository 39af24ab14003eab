"""Asks for every row w how often it stands in the context and stacks count times gradient; the sum v_hat is made the same way, with counts."""


def grad_V_cbow(dF_dv, c, context, V):
    counts = [context.count(w) for w in range(len(V))]
    v_hat = sum(n * row for n, row in zip(counts, V))
    by_v_hat = dF_dv(c, v_hat)
    return np.stack([n * by_v_hat for n in counts])
