# fails: q2_mean_difference__values
"""A number for each word is returned. Average over the words of each set."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(first) - cosines(second).mean()
