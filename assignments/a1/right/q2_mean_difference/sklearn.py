"""scikit-learn's cosine_similarity"""

from sklearn.metrics.pairwise import cosine_similarity


def mean_difference(first, second, direction):
    return np.mean(cosine_similarity(first, [direction])) - np.mean(cosine_similarity(second, [direction]))
