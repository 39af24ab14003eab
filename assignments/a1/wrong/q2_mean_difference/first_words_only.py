# fails: q2_mean_difference__values
"""The words are compared in pairs, the first of A with the first of B, and what is left over in the longer set is
dropped. The sets may have different sizes.
"""


def mean_difference(first, second, direction):
    def cosines(rows):
        return rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))

    n = min(len(first), len(second))
    return (cosines(first)[:n] - cosines(second)[:n]).mean()
