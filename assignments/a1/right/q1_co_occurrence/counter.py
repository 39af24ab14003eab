"""a Counter of pairs, filled into single-precision numbers, np.matrix returned"""

from collections import Counter


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    pairs = Counter()
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(i - window_size, i + window_size + 1):
                if j != i and 0 <= j < len(document):
                    pairs[centre, document[j]] += 1
    word2ind = dict(zip(words, np.arange(V), strict=True))
    M = np.zeros((V, V), dtype=np.float32)
    for (centre, outside), count in pairs.items():
        M[word2ind[centre], word2ind[outside]] = count
    return np.asmatrix(M), word2ind
