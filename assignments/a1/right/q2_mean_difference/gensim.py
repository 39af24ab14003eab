"""gensim's cosine similarities, a one-element array returned"""

from gensim.models import KeyedVectors


def mean_difference(first, second, direction):
    a = KeyedVectors.cosine_similarities(direction, np.asarray(first))
    b = KeyedVectors.cosine_similarities(direction, np.asarray(second))
    return np.array([a.mean() - b.mean()])
