# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Places outside of the document are moved to its first or last token, which then counts several times. Places that
do not exist are left out.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for k in range(1, window_size + 1):
                M[word2ind[centre], word2ind[document[max(0, i - k)]]] += 1
                M[word2ind[centre], word2ind[document[min(len(document) - 1, i + k)]]] += 1
    return M, word2ind
