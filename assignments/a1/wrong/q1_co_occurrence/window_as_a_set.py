# fails: q1_co_occurrence__repeats
"""The words of a window are put into a set, so that an outside word that stands in it twice counts once. Count every
token.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for outside in set(document[max(0, i - window_size) : i] + document[i + 1 : i + window_size + 1]):
                M[word2ind[centre], word2ind[outside]] += 1
    return M, word2ind
