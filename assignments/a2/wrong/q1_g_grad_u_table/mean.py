# fails: q1_g_grad_u_table__derivative
# term: the predicting vector: it is the mean of the context's vectors
"""The mean of the context's vectors probably stands where the sum is meant."""


def grad_U_cbow(dF_dU, c, context, V):
    return dF_dU(c, V[context].mean(axis=0))
