"""One row after the other."""


def grad_U_naive(U, v_c, y):
    y_hat = softmax(U @ v_c)
    return np.array([(y_hat[w] - y[w]) * v_c for w in range(len(U))])
