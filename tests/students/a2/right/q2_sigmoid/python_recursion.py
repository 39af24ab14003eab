"""Pure Python with math.exp and a recursion over the rows of an array; a number comes back as a Python float."""

import math


def sigmoid(x):
    if np.ndim(x) == 0:
        x = float(x)
        if x < 0:
            return 1.0 - sigmoid(-x) if x > -1 else math.exp(x) / (1.0 + math.exp(x))
        return 1.0 / (1.0 + math.exp(-x))
    if np.size(x) == 0:
        return np.zeros(np.shape(x))
    return np.array([sigmoid(row) for row in x])
