"""The condition on the distance compares the rows of the words, not their places."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(words)}
    M = np.zeros((V, V))
    for doc in corpus:
        for i, a in enumerate(doc):
            for j, b in enumerate(doc):
                if i != j and abs(word2ind[a] - word2ind[b]) <= window_size:
                    M[word2ind[a], word2ind[b]] += 1
    return M, word2ind
