# fails: q1_e_grad_u_sample__derivative
# term: the factor in front
"""The factor is probably 1 - σ(u_w · v_c), which is σ(-u_w · v_c). The derivative of -log σ(-x) is σ(x)."""


def grad_u_sample_neg(U, v_c, w, samples):
    return list(samples).count(w) * (1 - expit(U[w] @ v_c)) * v_c
