# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""A window of m + 1 tokens slides over the document, and all pairs in it are counted, so that a near pair counts
once for each window that holds both. Count each pair of places once from each end.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for start in range(max(1, len(document) - window_size)):
            window = document[start : start + window_size + 1]
            for one in range(len(window)):
                for other in range(len(window)):
                    if one != other:
                        M[word2ind[window[one]], word2ind[window[other]]] += 1
    return M, word2ind
