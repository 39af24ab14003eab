# fails: q1_d_sigmoid_prime__derivative
# term: the numerator: its exponent has the wrong sign
"""The exponent in the numerator probably has the wrong sign: with 1 + exp(-x) in the denominator it is exp(-x)."""


def sigmoid_prime(x):
    return np.exp(x) / (1 + np.exp(-x)) ** 2
