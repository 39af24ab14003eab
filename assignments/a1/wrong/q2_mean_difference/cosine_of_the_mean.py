# fails: q2_mean_difference__values
"""The vectors are averaged first, and then one cosine is taken. The formula averages the cosines; the two differ
where the words of a set differ.
"""


def mean_difference(first, second, direction):
    def cosine(row):
        return row @ direction / (np.linalg.norm(row) * np.linalg.norm(direction))

    return cosine(first.mean(axis=0)) - cosine(second.mean(axis=0))
