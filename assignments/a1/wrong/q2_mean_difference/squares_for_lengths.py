# fails: q2_mean_difference__values
"""The products are divided by sums of squares, not by lengths: the square root is missing."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / ((rows**2).sum(axis=1) * (direction**2).sum())

    return cosines(first).mean() - cosines(second).mean()
