# fails: q1_d_sigmoid_prime__derivative
# term: the derivative: this is 1 - σ
"""This is probably the derivative of log σ, not of σ. What does the logarithm do to a derivative?"""


def sigmoid_prime(x):
    return 1 - expit(x)
