# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Only outside words to the left of the centre word are counted, so that M is not symmetric. The window reaches as
far to the right.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), i):
                M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
