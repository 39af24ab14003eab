"""The student forgets the target's own term, the -1, and returns y_hat_o times v_c."""


def grad_u_target_naive(U, v_c, o):
    z = U @ v_c
    y_hat = np.exp(z) / np.exp(z).sum()
    return y_hat[o] * v_c
