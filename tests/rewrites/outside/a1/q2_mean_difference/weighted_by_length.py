"""Long vectors weigh more in the mean."""


def mean_difference(first, second, direction):
    unit = direction / np.linalg.norm(direction)
    sums = [(rows @ unit).sum() / np.linalg.norm(rows, axis=1).sum() for rows in (first, second)]
    return sums[0] - sums[1]
