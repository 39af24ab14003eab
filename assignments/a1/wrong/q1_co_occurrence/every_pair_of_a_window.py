# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""All pairs of tokens within a window are counted, so that a pair counts once for each window that holds both. Only
the pairs of the centre word with its outside words count.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            window = document[max(0, i - window_size) : i + window_size + 1]
            for one in range(len(window)):
                for other in range(len(window)):
                    if one != other:
                        M[word2ind[window[one]], word2ind[window[other]]] += 1
    return M, word2ind
