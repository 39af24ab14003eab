# fails: q1_e_grad_u_sample__derivative
# term: the factor in front
"""The minus inside the sigmoid is probably still there. In the derivative of -log σ(-x) it changes the factor."""


def grad_u_sample_neg(U, v_c, w, samples):
    return list(samples).count(w) * expit(-(U[w] @ v_c)) * v_c
