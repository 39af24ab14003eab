# fails: q2_mean_difference__values
"""Cosine distances are averaged, not similarities: the sign of the result turns round."""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return (1 - cosines(first)).mean() - (1 - cosines(second)).mean()
