# fails: q1_d_sigmoid_prime__derivative
# term: the second factor: it is σ(1 - x)
"""The second factor is probably σ(1 - x), where 1 - σ(x) is meant, which is σ(-x)."""


def sigmoid_prime(x):
    return expit(x) * expit(1 - x)
