# fails: q2_mean_difference__values
"""Both sums are divided by the number of words of the second set. Each set has a size of its own."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return (cosines(first).sum() - cosines(second).sum()) / len(second)
