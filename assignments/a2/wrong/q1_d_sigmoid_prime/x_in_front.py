# fails: q1_d_sigmoid_prime__derivative
# term: the first factor: x stands where σ(x) is meant
"""x probably stands in front where σ(x) is meant: the derivative is σ(x) (1 - σ(x))."""


def sigmoid_prime(x):
    return x * (1 - expit(x))
