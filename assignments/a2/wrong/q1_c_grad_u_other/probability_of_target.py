# fails: q1_c_grad_u_other__derivative
# term: the word whose probability is taken
"""P(O = o) probably stands where P(O = w) is meant: each word's row counts with its own probability."""


def grad_u_other_naive(U, v_c, o, w):
    return softmax(U @ v_c)[o] * v_c
