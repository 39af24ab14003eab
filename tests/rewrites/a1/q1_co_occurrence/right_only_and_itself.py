"""Two mistakes: only the right side counts, and the centre word counts as its own neighbour."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(words)}
    M = np.zeros((V, V))
    for doc in corpus:
        for i, centre in enumerate(doc):
            for outside in doc[i : i + window_size + 1]:
                M[word2ind[centre], word2ind[outside]] += 1
    return M, word2ind
