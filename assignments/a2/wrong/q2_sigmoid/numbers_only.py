# fails: q2_sigmoid__values, q2_sigmoid__arrays
"""The function probably uses the `math` module, which takes single numbers only. The model hands over arrays of
scores. Look for the NumPy function of the same name."""

import math


def sigmoid(x):
    return 1 / (1 + math.exp(-x))
