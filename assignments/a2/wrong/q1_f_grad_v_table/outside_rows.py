# fails: q1_f_grad_v_table__derivative
# term: the rows of words other than c
"""The gradient is probably put in the rows of the outside words. Only the centre word's row takes part in the
loss."""


def grad_V_skipgram(dF_dv, outside, c, V):
    gradient = np.zeros(V.shape)
    for o in outside:
        gradient[o] += dF_dv(o, V[c])
    return gradient
