# fails: q1_d_sigmoid_prime__derivative
# term: the sign inside the brackets
"""The sign inside the brackets is probably wrong: for large x the result must go to 0."""


def sigmoid_prime(x):
    return expit(x) * (1 + expit(x))
