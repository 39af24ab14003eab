"""one pass for each distance, both entries raised at once"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        rows = [word2ind[token] for token in document]
        for distance in range(1, window_size + 1):
            np.add.at(M, (rows[:-distance], rows[distance:]), 1)
            np.add.at(M, (rows[distance:], rows[:-distance]), 1)
    return M, word2ind
