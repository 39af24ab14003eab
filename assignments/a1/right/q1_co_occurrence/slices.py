"""slices to the left and right of the centre word"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V), dtype=int)
    for document in corpus:
        for i, centre in enumerate(document):
            left = document[max(i - window_size, 0) : i]
            right = document[i + 1 : i + 1 + window_size]
            for outside in left + right:
                M[word2ind[centre]][word2ind[outside]] += 1
    return M, word2ind
