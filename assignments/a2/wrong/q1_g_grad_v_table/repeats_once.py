# fails: q1_g_grad_v_table__derivative
# term: the row of the word that stands in the context twice
"""The row of a word that stands in the context twice is probably filled once. `table[indices] += row` does that
too."""


def grad_V_cbow(dF_dv, c, context, V):
    gradient = np.zeros(V.shape)
    by_v_hat = dF_dv(c, V[context].sum(axis=0))
    for w in context:
        gradient[w] = by_v_hat
    return gradient
