# fails: q1_e_grad_v__derivative
# term: the target's own term
"""The target is probably treated like a negative sample. Its term of the loss is another one: derive it again."""


def grad_v_neg(U, v_c, o, samples):
    drawn = U[samples]
    return expit(U[o] @ v_c) * U[o] + expit(drawn @ v_c) @ drawn
