# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Only outside words to the left are counted, and the first m tokens of a document are never the centre word, or
their slice comes out empty. Let every token be it, cut the window off at 0, and count to the right as well.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(window_size, len(document)):
            for j in range(i - window_size, i):
                M[word2ind[document[i]], word2ind[document[j]]] += 1
    return M, word2ind
