"""With a diagonal matrix."""


def grad_U_naive(U, v_c, y):
    z = U @ v_c
    return np.diag(softmax(z) - y) @ U
