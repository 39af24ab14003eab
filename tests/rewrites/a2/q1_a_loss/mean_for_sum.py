"""In a loop over the rows, with the math module."""

import math


def loss_naive(U, v_c, o):
    scores = [float(sum(a * b for a, b in zip(u, v_c))) for u in U]
    average = sum(math.exp(s) for s in scores) / len(scores)
    return math.log(average) - scores[o]
