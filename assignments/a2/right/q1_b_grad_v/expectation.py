"""Expected row minus the target's row."""


def grad_v_naive(U, v_c, y):
    probabilities = softmax(U @ v_c)
    expected = sum(p * u for p, u in zip(probabilities, U))
    return expected - U[int(np.argmax(y))]
