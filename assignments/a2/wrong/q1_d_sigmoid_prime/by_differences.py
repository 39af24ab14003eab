# fails: q1_d_sigmoid_prime__derivative
"""The slope is probably measured by a difference of two values of σ. Where σ is nearly 1 the two agree in nearly all their
digits, and the difference is noise. Derive the expression."""


def sigmoid_prime(x):
    h = 1e-5
    return (expit(np.asarray(x) + h) - expit(np.asarray(x) - h)) / (2 * h)
