"""pairs to the right only, then M plus its transpose"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V), dtype=np.int32)
    for document in corpus:
        for i in range(len(document)):
            for j in range(i + 1, min(i + window_size + 1, len(document))):
                M[word2ind[document[i]], word2ind[document[j]]] += 1
    M = M + M.T
    return M, word2ind
