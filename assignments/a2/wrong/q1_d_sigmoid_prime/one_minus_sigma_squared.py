# fails: q1_d_sigmoid_prime__derivative
# term: the derivative: this is (1 - σ)²
"""Both factors are probably 1 - σ; one of them is another."""


def sigmoid_prime(x):
    return (1 - expit(x)) ** 2
