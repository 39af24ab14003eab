# fails: q1_f_grad_u_table__derivative
# term: the vectors
"""Of each term probably only the outside word's own row is used. F depends on the whole table."""


def grad_U_skipgram(dF_dU, outside, v_c):
    total = 0.0
    for o in outside:
        term = dF_dU(o, v_c)
        kept = np.zeros(term.shape)
        kept[o] = term[o]
        total = total + kept
    return total
