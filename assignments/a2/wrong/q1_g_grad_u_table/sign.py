# fails: q1_g_grad_u_table__derivative
# term: the sign
"""The sign is probably wrong: the minus of the logarithm is already inside F."""


def grad_U_cbow(dF_dU, c, context, V):
    return -dF_dU(c, V[context].sum(axis=0))
