# fails: q1_f_grad_u_table__derivative
# term: the factor in front
"""The terms are probably averaged. The loss of the window is their sum."""


def grad_U_skipgram(dF_dU, outside, v_c):
    return sum(dF_dU(o, v_c) for o in outside) / len(outside)
