# fails: q1_e_grad_v__derivative
# term: the terms of the negative samples
"""The samples' factor is probably 1 - σ(u_k · v_c), which is σ(-u_k · v_c). The derivative of -log σ(-x) is σ(x)."""


def grad_v_neg(U, v_c, o, samples):
    return (expit(U[o] @ v_c) - 1) * U[o] + expit(-U[samples] @ v_c) @ U[samples]
