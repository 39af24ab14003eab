# fails: q2_mean_difference__values
"""The median is taken where the mean is asked for."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return np.median(cosines(first)) - np.median(cosines(second))
