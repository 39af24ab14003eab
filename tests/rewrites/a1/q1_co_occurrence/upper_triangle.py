"""Each pair is kept in the upper triangle only."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(words)}
    M = np.zeros((V, V))
    for doc in corpus:
        for i in range(len(doc)):
            for j in range(max(0, i - window_size), min(len(doc), i + window_size + 1)):
                if i != j:
                    M[word2ind[doc[i]], word2ind[doc[j]]] += 1
    return np.triu(M), word2ind
