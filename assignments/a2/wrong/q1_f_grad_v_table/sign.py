# fails: q1_f_grad_v_table__derivative
# term: the sign
"""The sign is probably wrong: the minus of the logarithm is already inside F."""


def grad_V_skipgram(dF_dv, outside, c, V):
    gradient = np.zeros(V.shape)
    for o in outside:
        gradient[c] -= dF_dv(o, V[c])
    return gradient
