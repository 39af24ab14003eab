# fails: q1_d_sigmoid_prime__derivative
# term: the derivative: this is σ²
"""The square of σ is probably only a part of the derivative."""


def sigmoid_prime(x):
    return expit(x) ** 2
