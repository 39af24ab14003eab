# fails: q1_e_grad_u_sample__derivative
# term: u_w
"""The result is probably along u_w. The derivative of the score with respect to u_w is the other vector."""


def grad_u_sample_neg(U, v_c, w, samples):
    return list(samples).count(w) * expit(U[w] @ v_c) * U[w]
