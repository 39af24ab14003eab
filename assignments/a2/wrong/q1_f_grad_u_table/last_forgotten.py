# fails: q1_f_grad_u_table__derivative
# term: the term of outside word 3
"""The last outside word is probably left out: a range that ends one too early."""


def grad_U_skipgram(dF_dU, outside, v_c):
    return sum(dF_dU(outside[i], v_c) for i in range(len(outside) - 1)) + 0.0 * dF_dU(outside[0], v_c)
