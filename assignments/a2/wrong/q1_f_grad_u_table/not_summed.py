# fails: q1_f_grad_u_table__derivative
# term: a sum
"""The terms are probably side by side. The gradient of the window is their sum."""


def grad_U_skipgram(dF_dU, outside, v_c):
    return np.array([dF_dU(o, v_c) for o in outside])
