# fails: q1_g_grad_u_table__derivative
# term: the predicting vector: a word that stands in the context twice counts once
"""A word that stands in the context twice is probably added once."""


def grad_U_cbow(dF_dU, c, context, V):
    return dF_dU(c, V[sorted(set(context))].sum(axis=0))
