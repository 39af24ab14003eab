"""scikit-learn's cosine_similarity and normalize"""

from sklearn.metrics.pairwise import cosine_similarity
from sklearn.preprocessing import normalize


def solve_analogy(X, a, b, c):
    unit = normalize(X)
    cosines = cosine_similarity(unit, (unit[b] - unit[a] + unit[c])[None])[:, 0]
    return max(set(range(len(X))) - {a, b, c}, key=cosines.__getitem__)
