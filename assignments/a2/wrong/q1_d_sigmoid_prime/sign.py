# fails: q1_d_sigmoid_prime__derivative
# term: the sign
"""The sign is probably wrong: the sigmoid grows everywhere, so its derivative is positive."""


def sigmoid_prime(x):
    return expit(x) * (expit(x) - 1)
