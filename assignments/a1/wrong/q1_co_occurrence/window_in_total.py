# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""The window size is shared between the two sides: m/2 places to the left and m/2 to the right. Here m is the number
of places on each side.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    half = window_size // 2
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(max(0, i - half), min(len(document), i + half + 1)):
                if i != j:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
