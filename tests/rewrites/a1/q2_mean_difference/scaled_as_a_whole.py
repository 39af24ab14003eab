"""With means of scaled arrays, the scaling in a helper that takes the root of all squares."""


def mean_difference(first, second, direction):
    def scaled(array):
        return array / np.sqrt(np.sum(np.square(array)))

    g = scaled(direction)
    mean_a = np.mean(scaled(first), axis=0)
    mean_b = np.mean(scaled(second), axis=0)
    return float(np.dot(mean_a - mean_b, g))
