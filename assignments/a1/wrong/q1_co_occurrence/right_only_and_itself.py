# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Only outside words to the right are counted, and the centre word as one of itself. The window reaches as far to
the left, and the distance 0 does not belong to it.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            for j in range(i, min(len(document), i + window_size + 1)):
                M[word2ind[document[i]], word2ind[document[j]]] += 1
    return M, word2ind
