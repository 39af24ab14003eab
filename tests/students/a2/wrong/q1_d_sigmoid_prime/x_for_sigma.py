"""The student writes x (1 - x), as if x were already the value of the sigmoid."""


def sigmoid_prime(x):
    return x * (1 - x)
