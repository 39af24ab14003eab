# fails: q1_g_grad_u_table__derivative
# term: the orientation
"""The table is probably transposed."""


def grad_U_cbow(dF_dU, c, context, V):
    return dF_dU(c, V[context].sum(axis=0)).T
