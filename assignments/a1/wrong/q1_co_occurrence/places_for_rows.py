# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""M is filled at the places of the tokens in their document, `M[i, j]`. The row and the column of a word are those
of word2ind.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    M[i, j] += 1
    return M, word2ind
