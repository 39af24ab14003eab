# fails: q1_f_grad_v_table__derivative
# term: the rows of words other than c
"""The gradient is probably in every row. The loss depends on one row of V only."""


def grad_V_skipgram(dF_dv, outside, c, V):
    gradient = np.zeros(V.shape)
    for o in outside:
        gradient += dF_dv(o, V[c])
    return gradient
