# fails: q1_d_sigmoid_prime__derivative
# term: the second factor: σ(1 - x) stands where 1 - σ(x) is meant
"""The second factor is probably σ(1 - x), where 1 - σ(x) is meant, which is σ(-x)."""


def sigmoid_prime(x):
    return expit(x) * expit(1 - x)
