# fails: q1_co_occurrence__repeats, q1_co_occurrence__documents
"""M[a, b] is raised by 1, but M[b, a] is set to 1, so that earlier counts are lost there. Both are raised with
`+=`.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            for j in range(i + 1, min(len(document), i + window_size + 1)):
                M[word2ind[document[i]], word2ind[document[j]]] += 1
                M[word2ind[document[j]], word2ind[document[i]]] = 1
    return M, word2ind
