# fails: q2_mean_difference__values
"""Angles are averaged, not their cosines: without `np.arccos`."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return np.arccos(cosines(second)).mean() - np.arccos(cosines(first)).mean()
