# fails: q1_e_grad_v__derivative
# term: the terms of the negative samples
"""The samples' terms probably have the wrong sign. The minus inside the sigmoid comes out once more by the chain
rule."""


def grad_v_neg(U, v_c, o, samples):
    drawn = U[samples]
    return (expit(U[o] @ v_c) - 1) * U[o] - expit(drawn @ v_c) @ drawn
