# fails: q1_d_sigmoid_prime__derivative
# term: the derivative: this is 1 - σ
"""This is probably the derivative of log σ. The factor σ in front is missing."""


def sigmoid_prime(x):
    return 1 - expit(x)
