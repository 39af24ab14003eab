# fails: q1_e_grad_v__derivative
# term: the terms of the negative samples
"""u_o probably stands inside the sum over the samples, as in some published notes. Each sample brings its own
vector."""


def grad_v_neg(U, v_c, o, samples):
    drawn = U[samples]
    return (expit(U[o] @ v_c) - 1) * U[o] + np.sum(expit(drawn @ v_c)) * U[o]
