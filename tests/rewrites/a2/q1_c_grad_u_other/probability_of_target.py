"""The softmax written out."""


def grad_u_other_naive(U, v_c, o, w):
    e = np.exp(np.dot(U, v_c))
    prob = e[o] / e.sum()
    return np.array([prob * entry for entry in v_c])
