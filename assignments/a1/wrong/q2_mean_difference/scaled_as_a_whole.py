# fails: q2_mean_difference__values
"""The whole array is divided by one length. Every row has a length of its own: `axis=1`."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows) * np.linalg.norm(direction))

    return cosines(first).mean() - cosines(second).mean()
