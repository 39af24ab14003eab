"""Loops over the words, the target in a branch."""


def grad_v_naive(U, v_c, y):
    p = softmax(U.dot(v_c))
    grad = np.zeros(U.shape[1])
    for w in range(len(p)):
        if y[w] == 1:
            grad += p[w] * U[w] - p[w] * U[w]
        else:
            grad += p[w] * U[w]
    return grad
