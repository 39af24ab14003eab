"""The student averages the vectors of each set first and takes the cosine of the mean vector, not the mean of the cosines."""


def mean_difference(first, second, direction):
    def cos(x, y):
        return x @ y / (np.linalg.norm(x) * np.linalg.norm(y))

    return cos(first.mean(axis=0), direction) - cos(second.mean(axis=0), direction)
