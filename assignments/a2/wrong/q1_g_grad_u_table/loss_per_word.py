# fails: q1_g_grad_u_table__derivative
# term: the number of losses: there is one for the window, not one for each word of the context
"""There is probably one loss for each word of the context. CBOW has one loss for the window."""


def grad_U_cbow(dF_dU, c, context, V):
    return sum(dF_dU(c, V[w]) for w in context)
