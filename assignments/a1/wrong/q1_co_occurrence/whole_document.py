# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""All pairs of a document are counted, however far apart they stand. Only tokens at most m places apart count."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for j, outside in enumerate(document):
                if i != j:
                    M[word2ind[centre], word2ind[outside]] += 1
    return M, word2ind
