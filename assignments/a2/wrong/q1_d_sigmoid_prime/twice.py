# fails: q1_d_sigmoid_prime__derivative
# term: the factor in front
"""A constant factor is probably too much. The slope at 0 is 1/4."""


def sigmoid_prime(x):
    return 2 * expit(x) * (1 - expit(x))
