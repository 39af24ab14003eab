"""copies of the documents, padded on both sides"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        padded = [None] * window_size + list(document) + [None] * window_size
        for i in range(window_size, window_size + len(document)):
            window = padded[i - window_size : i] + padded[i + 1 : i + 1 + window_size]
            for outside in filter(None, window):
                M[word2ind[padded[i]], word2ind[outside]] += 1
    return M, word2ind
