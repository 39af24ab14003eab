# fails: q2_mean_difference__values
"""Only the first word of each set counts. Average over all of them."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(first)[0] - cosines(second)[0]
