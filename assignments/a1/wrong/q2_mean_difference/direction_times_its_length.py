# fails: q2_mean_difference__values
"""The products are multiplied by the length of the direction, not divided by it."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return (cosines(first).mean() - cosines(second).mean()) * np.linalg.norm(direction) ** 2
