# fails: q2_mean_difference__values
"""The largest cosine of each set is taken where the mean is asked for."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(first).max() - cosines(second).max()
