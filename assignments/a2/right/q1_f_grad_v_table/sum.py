"""A sum of a list."""


def grad_V_skipgram(dF_dv, outside, c, V):
    table = np.zeros_like(V)
    table[c] = np.sum([dF_dv(o, V[c]) for o in outside], axis=0)
    return table
