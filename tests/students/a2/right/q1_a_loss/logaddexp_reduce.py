"""Folds np.logaddexp over the score differences, log(sum exp(z_w - z_o)), so that the target's own term vanishes."""


def loss_naive(U, v_c, o):
    return np.logaddexp.reduce((U - U[o]) @ v_c)
