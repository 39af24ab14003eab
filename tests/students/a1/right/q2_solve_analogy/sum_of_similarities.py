"""Right, unusual: never builds the target; adds cos(x, b) + cos(x, c) - cos(x, a) from the matrix of all cosines (3CosAdd)."""

from sklearn.metrics.pairwise import cosine_similarity


def solve_analogy(X, a, b, c):
    C = cosine_similarity(X)
    return next(int(x) for x in np.argsort(C[a] - C[b] - C[c]) if x not in (a, b, c))
