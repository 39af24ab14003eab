# fails: q1_co_occurrence__repeats, q1_co_occurrence__documents
"""Each pair is counted in the order in which it stands, and then the larger of M[a, b] and M[b, a] is taken for
both. Where both orders occur they add up: M + Mᵀ.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            for j in range(i + 1, min(len(document), i + window_size + 1)):
                M[word2ind[document[i]], word2ind[document[j]]] += 1
    M = np.maximum(M, M.T)
    return M, word2ind
