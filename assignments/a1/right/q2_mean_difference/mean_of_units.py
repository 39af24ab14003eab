"""the mean of the unit vectors first, then one product"""


def mean_difference(first, second, direction):
    def mean_unit(rows):
        return np.mean([row / np.linalg.norm(row) for row in rows], axis=0)

    return (mean_unit(first) - mean_unit(second)) @ direction / np.linalg.norm(direction)
