# fails: q1_d_sigmoid_prime__derivative
# term: the bracket: 1 - x stands where 1 - σ(x) is meant
"""x probably stands in the bracket where σ(x) is meant: the derivative is σ(x) (1 - σ(x))."""


def sigmoid_prime(x):
    return expit(x) * (1 - x)
