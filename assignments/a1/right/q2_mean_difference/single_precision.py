"""single precision"""


def mean_difference(first, second, direction):
    first, second, direction = (np.float32(values) for values in (first, second, direction))
    means = [
        (rows @ direction / np.linalg.norm(rows, axis=-1)).mean() / np.linalg.norm(direction)
        for rows in (first, second)
    ]
    return means[0] - means[1]
