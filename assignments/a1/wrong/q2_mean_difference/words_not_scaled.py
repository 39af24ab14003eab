# fails: q2_mean_difference__values
"""The word vectors are not divided by their lengths. A cosine has both lengths in its denominator."""


def mean_difference(first, second, direction):
    unit = direction / np.linalg.norm(direction)
    return (first @ unit).mean() - (second @ unit).mean()
