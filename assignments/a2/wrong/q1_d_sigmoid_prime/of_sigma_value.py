# fails: q1_d_sigmoid_prime__derivative
# term: the argument: x stands where σ(x) is meant
"""The formula is probably applied to x itself, as if x were already σ(x)."""


def sigmoid_prime(x):
    return x * (1 - np.asarray(x))
