"""Angles are averaged and not their cosines."""


def mean_difference(first, second, direction):
    def angles(rows):
        cos = rows @ direction / (np.linalg.norm(rows, axis=1) * np.linalg.norm(direction))
        return np.arccos(np.clip(cos, -1, 1))

    return angles(second).mean() - angles(first).mean()
