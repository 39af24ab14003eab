# fails: q1_f_grad_v_table__derivative
# term: the term of outside word 2
"""A word that stands in the window twice probably counts once."""


def grad_V_skipgram(dF_dv, outside, c, V):
    gradient = np.zeros(V.shape)
    for o in set(outside):
        gradient[c] += dF_dv(o, V[c])
    return gradient
