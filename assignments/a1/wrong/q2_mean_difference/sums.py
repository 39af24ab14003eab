# fails: q2_mean_difference__values
"""Sums are subtracted, not means: a set with more words then counts more. Divide by the number of words."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(first).sum() - cosines(second).sum()
