# fails: q2_mean_difference__values
"""The sign is lost. It says which of the two sets lies farther along the direction."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return abs(cosines(first).mean() - cosines(second).mean())
