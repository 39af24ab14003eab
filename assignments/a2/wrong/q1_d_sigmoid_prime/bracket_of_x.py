# fails: q1_d_sigmoid_prime__derivative
# term: the bracket: x stands in it where σ(x) is meant
"""x probably stands in the bracket where σ(x) is meant: the derivative is σ(x) (1 - σ(x))."""


def sigmoid_prime(x):
    return expit(x) * (1 - x)
