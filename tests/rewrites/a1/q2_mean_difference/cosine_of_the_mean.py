"""With SciPy's cosine distance of the two mean vectors."""

from scipy.spatial import distance


def mean_difference(first, second, direction):
    centre_a = sum(first) / len(first)
    centre_b = sum(second) / len(second)
    return distance.cosine(centre_b, direction) - distance.cosine(centre_a, direction)
