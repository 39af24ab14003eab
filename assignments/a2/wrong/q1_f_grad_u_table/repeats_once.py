# fails: q1_f_grad_u_table__derivative
# term: the term of outside word 2
"""A word that stands in the window twice probably counts once."""


def grad_U_skipgram(dF_dU, outside, v_c):
    return sum(dF_dU(o, v_c) for o in set(outside))
