# fails: q2_mean_difference__values
"""The mean of the second set is returned. Asked for is the mean of the first set minus that of the second."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(second).mean()
