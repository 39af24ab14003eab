# fails: q2_mean_difference__values
"""The result is the negative of what is asked for. Either the difference is the wrong way round (the first set comes
first), or distances 1 − cos were taken where cosines are meant: `cosine` of scipy is such a distance.
"""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(second).mean() - cosines(first).mean()
