# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The sign in the exponent is probably missing: this function falls from 1 to 0 where the sigmoid grows from 0 to 1.
A model with it learns the opposite of what it should. Look at the value for a large positive number."""


def sigmoid(x):
    return 1 / (1 + np.exp(x))
