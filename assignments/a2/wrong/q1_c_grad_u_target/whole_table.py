# fails: q1_c_grad_u_target__derivative
# term: the shape
"""This is probably the whole table of gradients. The question asks for the target's row."""


def grad_u_target_naive(U, v_c, o):
    y_hat = softmax(U @ v_c)
    y_hat[o] -= 1
    return np.outer(y_hat, v_c)
