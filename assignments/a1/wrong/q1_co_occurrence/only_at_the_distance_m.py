# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Only pairs exactly m places apart are counted. All places up to this distance belong to the window: let a loop
run from 1 to m.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for j in (i - window_size, i + window_size):
                if 0 <= j < len(document):
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
