"""Right, unusual: uses cosine_similarity of scikit-learn on reshaped arrays."""

from sklearn.metrics.pairwise import cosine_similarity


def mean_difference(first, second, direction):
    g = direction.reshape(1, -1)
    return cosine_similarity(first, g).mean() - cosine_similarity(second, g).mean()
