# fails: q1_f_grad_v_table__derivative
# term: the shape
"""The result is probably one row. The question asks for the whole table, with zeros where the loss does not depend on
a row."""


def grad_V_skipgram(dF_dv, outside, c, V):
    gradient = np.zeros(V.shape)
    for o in outside:
        gradient[c] += dF_dv(o, V[c])
    return gradient[c]
