# fails: q2_mean_difference__values
"""The difference is the wrong way round: the first set comes first."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(second).mean() - cosines(first).mean()
