# fails: q2_mean_difference__values
"""The mean of the unit vectors is scaled to length 1 again, and then one cosine is taken. The formula averages the
cosines; the mean of unit vectors is shorter than 1.
"""


def mean_difference(first, second, direction):
    def cosine(rows):
        mean = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).mean(axis=0)
        return mean @ direction / (np.linalg.norm(mean) * np.linalg.norm(direction))

    return cosine(first) - cosine(second)
