# fails: q1_g_grad_u_table__derivative
# term: the predicting vector: it is that of the centre word
"""The centre word's own vector probably predicts. In CBOW the context predicts."""


def grad_U_cbow(dF_dU, c, context, V):
    return dF_dU(c, V[c])
