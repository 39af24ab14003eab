"""Going right, the window ends where the centre word stands again."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(words)}
    M = np.zeros((V, V))
    for doc in corpus:
        for i in range(len(doc)):
            for j in range(i + 1, min(len(doc), i + window_size + 1)):
                M[word2ind[doc[i]], word2ind[doc[j]]] += 1
                M[word2ind[doc[j]], word2ind[doc[i]]] += 1
                if doc[j] == doc[i]:
                    break
    return M, word2ind
