# fails: q1_f_grad_v_table__derivative
# term: the vectors
"""F is probably evaluated at the outside words' rows of V. In skip-gram the predicting vector is v_c."""


def grad_V_skipgram(dF_dv, outside, c, V):
    gradient = np.zeros(V.shape)
    for o in outside:
        gradient[c] += dF_dv(o, V[o])
    return gradient
