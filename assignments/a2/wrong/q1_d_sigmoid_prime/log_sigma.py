# fails: q1_d_sigmoid_prime__derivative
# term: the function: this is log σ, and no derivative
"""This is probably log σ. The question asks for the derivative of σ itself."""


def sigmoid_prime(x):
    return np.log(expit(x))
