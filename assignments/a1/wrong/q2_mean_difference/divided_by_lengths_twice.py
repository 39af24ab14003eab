# fails: q2_mean_difference__values
"""The products are divided by the length of the direction twice. A cosine has each of the two lengths in its
denominator once.
"""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return (cosines(first).mean() - cosines(second).mean()) / np.linalg.norm(direction)
