# fails: q1_d_sigmoid_prime__derivative
# term: the function: this is the derivative of tanh
"""This is probably the derivative of the hyperbolic tangent, which is steeper."""


def sigmoid_prime(x):
    return 1 - np.tanh(x) ** 2
