# fails: q2_mean_difference__values
"""The sums are divided by the number of dimensions, `shape[1]` where `shape[0]` is meant. Each set has as many
words as its array has rows.
"""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    return cosines(first).sum() / first.shape[1] - cosines(second).sum() / second.shape[1]
