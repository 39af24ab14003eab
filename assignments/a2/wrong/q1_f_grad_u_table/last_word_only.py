# fails: q1_f_grad_u_table__derivative
# term: the term of outside word 0 and the term of outside word 2
"""Only the last outside word is probably left: the loop sets the gradient where it should add to it."""


def grad_U_skipgram(dF_dU, outside, v_c):
    for o in outside:
        gradient = dF_dU(o, v_c)
    return gradient
