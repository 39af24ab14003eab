# fails: q1_e_grad_u_sample__derivative
# term: the factor in front
"""The number of all samples probably stands where the number of times this word was drawn is meant."""


def grad_u_sample_neg(U, v_c, w, samples):
    return len(samples) * expit(U[w] @ v_c) * v_c
