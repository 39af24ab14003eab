# fails: q1_f_grad_u_table__derivative
# term: the vectors
"""The terms are probably multiplied. The logarithm makes the product of probabilities a sum of losses."""


def grad_U_skipgram(dF_dU, outside, v_c):
    result = 1.0
    for o in outside:
        result = result * dF_dU(o, v_c)
    return result
