# fails: q1_co_occurrence__window
"""The tokens `<START>` and `<END>` are left out of the counts. They are words like all others."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j and not {document[i], document[j]} & {"<START>", "<END>"}:
                    M[word2ind[document[i]], word2ind[document[j]]] += 1
    return M, word2ind
