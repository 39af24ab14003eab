# fails: q1_e_grad_u_sample__derivative
# term: the factor in front
"""The factor is probably σ - 1, that of the target. The minus inside the sample's sigmoid changes it."""


def grad_u_sample_neg(U, v_c, w, samples):
    return list(samples).count(w) * (expit(U[w] @ v_c) - 1) * v_c
