"""Adds everything up in one loop with signs and divides at the end."""


def mean_difference(first, second, direction):
    total = 0.0
    for sign, table in ((1, first), (-1, second)):
        for v in table:
            total += sign * np.dot(v, direction) / np.sqrt(np.dot(v, v) * np.dot(direction, direction))
    return total / first.shape[0]
