# fails: q1_d_sigmoid_prime__derivative
# term: the derivative: this is σ itself
"""This is probably σ itself. Its derivative is largest at 0 and falls on both sides."""


def sigmoid_prime(x):
    return expit(x)
