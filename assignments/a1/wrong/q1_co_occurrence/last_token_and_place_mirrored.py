# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""The right side of the window ends a place too early and never reaches the last token (the end of a `range` is not
part of it), and each pair is then entered on both sides of M, although the other end enters it too.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            for j in range(max(0, i - window_size), min(len(document) - 1, i + window_size)):
                if i != j:
                    M[word2ind[document[i]], word2ind[document[j]]] += 1
    M = M + M.T
    return M, word2ind
