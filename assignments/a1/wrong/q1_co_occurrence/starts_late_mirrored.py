# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Pairs are entered on both sides of M from their right end, but those near the start of a document are lost: the
loop starts at the place m, or a slice with a negative start comes out empty. Cut the window off at 0.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(window_size, len(document)):
            for j in range(i - window_size, i):
                M[word2ind[document[i]], word2ind[document[j]]] += 1
                M[word2ind[document[j]], word2ind[document[i]]] += 1
    return M, word2ind
