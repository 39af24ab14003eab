# fails: q1_e_grad_u_sample__derivative
# term: the sign
"""The sign is probably wrong: a higher score of a negative sample makes the loss larger."""


def grad_u_sample_neg(U, v_c, w, samples):
    return -list(samples).count(w) * expit(U[w] @ v_c) * v_c
