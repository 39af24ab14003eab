# fails: q1_f_grad_v_table__derivative
# term: the factor in front
"""The terms are probably averaged. The loss of the window is their sum."""


def grad_V_skipgram(dF_dv, outside, c, V):
    gradient = np.zeros(V.shape)
    for o in outside:
        gradient[c] += dF_dv(o, V[c])
    return gradient / len(outside)
