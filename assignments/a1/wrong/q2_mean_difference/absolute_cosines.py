# fails: q2_mean_difference__values
"""The absolute values of the cosines are averaged. A word on the other side of the direction counts with a minus
sign.
"""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return np.abs(cosines(first)).mean() - np.abs(cosines(second)).mean()
