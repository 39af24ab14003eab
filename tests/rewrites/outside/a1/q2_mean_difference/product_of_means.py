"""The two means are multiplied."""


def mean_difference(first, second, direction):
    def mean(rows):
        return np.mean(rows @ direction / np.linalg.norm(rows, axis=1) / np.linalg.norm(direction))

    return mean(first) * mean(second)
