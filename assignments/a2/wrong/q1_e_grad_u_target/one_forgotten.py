# fails: q1_e_grad_u_target__derivative
# term: the factor in front
"""The factor of v_c is probably that of a negative sample. The target's term of the loss is another one: derive it
again, and mind the logarithm's derivative.
"""


def grad_u_target_neg(U, v_c, o):
    return expit(U[o] @ v_c) * v_c
