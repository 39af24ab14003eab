# fails: q2_mean_difference__values
"""The two means are returned. Asked for is their difference, one number."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(first).mean(), cosines(second).mean()
