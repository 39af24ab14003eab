# fails: q2_mean_difference__values
"""The difference is divided by 2. Each mean is divided by the number of words of its set, and then they are
subtracted.
"""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return (cosines(first).mean() - cosines(second).mean()) / 2
