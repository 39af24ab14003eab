# fails: q1_b_grad_v__derivative
# term: the terms of the other words
"""Only the target's row takes part. The sum in the denominator of ŷ contains every word, so its derivative does
too."""


def grad_v_naive(U, v_c, y):
    o = np.argmax(y)
    return (softmax(U @ v_c)[o] - 1) * U[o]
