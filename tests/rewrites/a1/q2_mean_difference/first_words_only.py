"""With zip over the two sets."""


def mean_difference(first, second, direction):
    g = direction / np.sqrt(direction @ direction)

    def cos(v):
        return (v @ g) / np.sqrt(v @ v)

    gaps = [cos(v) - cos(w) for v, w in zip(first, second)]
    return sum(gaps) / len(gaps)
