# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Places behind the end of the document are moved to its last token, which then counts several times. Places that
do not exist are left out.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for k in range(1, window_size + 1):
                if i - k >= 0:
                    M[word2ind[centre], word2ind[document[i - k]]] += 1
                j = min(i + k, len(document) - 1)
                if j != i:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
