# fails: q1_g_grad_u_table__derivative
# term: the factor in front
"""The gradient is probably multiplied by the number of words in the context. There is one loss for the window."""


def grad_U_cbow(dF_dU, c, context, V):
    return len(context) * dF_dU(c, V[context].sum(axis=0))
