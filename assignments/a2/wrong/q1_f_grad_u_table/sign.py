# fails: q1_f_grad_u_table__derivative
# term: the sign
"""The sign is probably wrong: the minus of the logarithm is already inside F."""


def grad_U_skipgram(dF_dU, outside, v_c):
    return -sum(dF_dU(o, v_c) for o in outside)
