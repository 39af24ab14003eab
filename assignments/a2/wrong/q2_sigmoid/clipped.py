# fails: q2_sigmoid__values
"""The argument is probably cut off at some bound, as fast programs with a table do. Beyond the bound the value stands
still, and so does learning. Look at large arguments."""


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -6, 6)))
