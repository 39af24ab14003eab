# fails: q2_mean_difference__values
"""The result grows with the length of the direction: divide by that length too."""


def mean_difference(first, second, direction):
    def along(rows):
        return rows @ direction / np.linalg.norm(rows, axis=1)

    return along(first).mean() - along(second).mean()
