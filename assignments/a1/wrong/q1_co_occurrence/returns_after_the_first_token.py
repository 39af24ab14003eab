# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Only the window of the very first token is counted. Look at where `return` stands."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus[:1]:
        for j in range(1, min(len(document), window_size + 1)):
            M[word2ind[document[0]], word2ind[document[j]]] += 1
    return M, word2ind
