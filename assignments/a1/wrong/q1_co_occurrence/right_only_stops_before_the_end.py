# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Only outside words to the right are counted, and the last m tokens of a document are never the centre word. Let
every token be it, cut the window off at the end, and count to the left as well.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document) - window_size):
            for j in range(i + 1, i + window_size + 1):
                M[word2ind[document[i]], word2ind[document[j]]] += 1
    return M, word2ind
