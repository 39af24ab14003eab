# fails: q1_f_grad_v_table__derivative
# term: the term of outside word 0 and the term of outside word 2
"""Only the last outside word is probably left: the loop sets the row where it should add to it."""


def grad_V_skipgram(dF_dv, outside, c, V):
    gradient = np.zeros(V.shape)
    for o in outside:
        gradient[c] = dF_dv(o, V[c])
    return gradient
