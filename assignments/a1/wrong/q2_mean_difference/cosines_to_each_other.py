# fails: q2_mean_difference__values
"""The words of the two sets are compared with each other; the direction does not enter. Each cosine is that of a
word and the direction.
"""


def mean_difference(first, second, direction):
    def unit(rows):
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    return (unit(first) @ unit(second).T).mean()
