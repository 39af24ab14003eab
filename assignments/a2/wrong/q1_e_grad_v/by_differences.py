# fails: q1_e_grad_v__derivative
"""The slope is probably measured by differences of the loss, as the check does it, and not computed by a formula. That is
right only while a step of 0.00001 is small beside the vectors, and it needs a loss for each entry. Derive the expression."""


def _loss(U, v_c, o, samples):
    return np.logaddexp(0, -U[o] @ v_c) + np.logaddexp(0, U[list(samples)] @ v_c).sum()


def grad_v_neg(U, v_c, o, samples):
    return numerical_gradient(lambda v: _loss(U, v, o, samples), v_c)
