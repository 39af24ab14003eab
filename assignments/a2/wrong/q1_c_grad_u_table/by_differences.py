# fails: q1_c_grad_u_table__derivative
"""The slope is probably measured by differences of the loss, as the check does it, and not computed by a formula. That is
right only while a step of 0.00001 is small beside the vectors, and it needs a loss for each entry. Derive the expression."""


def _loss(U, v_c, o):
    return np.log(np.sum(np.exp(U @ v_c))) - U[o] @ v_c


def grad_U_naive(U, v_c, y):
    return numerical_gradient(lambda table: _loss(table, v_c, int(np.argmax(y))), U)
