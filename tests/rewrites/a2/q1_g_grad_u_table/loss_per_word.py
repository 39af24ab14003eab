"""Accumulates in a loop."""


def grad_U_cbow(dF_dU, c, context, V):
    total = None
    for place in range(len(context)):
        v_hat = V[context[place]]
        term = dF_dU(c, v_hat)
        total = term if total is None else total + term
    return total
