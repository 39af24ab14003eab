# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Only direct neighbours are counted, whatever the window size. All places up to m to the left and to the right
belong to the window.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for j in (i - 1, i + 1):
                if 0 <= j < len(document):
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
