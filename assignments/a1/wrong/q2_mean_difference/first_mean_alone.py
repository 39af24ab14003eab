# fails: q2_mean_difference__values
"""The mean of the first set is returned. The mean of the second set is to be subtracted from it."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(first).mean()
