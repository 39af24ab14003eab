# fails: q2_sigmoid__arrays
"""The result probably lives in an array of the argument's type. For integers every value between 0 and 1 is then cut
off to 0. Look at where the result array is made, and at its dtype."""


def sigmoid(x):
    result = np.zeros_like(x)
    result[...] = 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
    return result
