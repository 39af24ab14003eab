"""Goes over pairs with combinations and fills both triangles, the diagonal in a branch of its own."""

from itertools import combinations


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    ind = {w: i for i, w in enumerate(vocab)}
    M = np.zeros((n, n))
    for text in corpus:
        for (p, first), (q, second) in combinations(enumerate(text), 2):
            if q - p > window_size:
                continue
            a, b = ind[first], ind[second]
            if a == b:
                M[a, a] += 1
            else:
                M[a, b] += 1
                M[b, a] += 1
    return M, ind
