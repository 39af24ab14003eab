"""The student slices document[i - window_size:i] without max(0, ...), so near the start the left part is empty or wrong."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: k for k, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            left = document[i - window_size : i]
            right = document[i + 1 : i + 1 + window_size]
            for other in left + right:
                M[word2ind[document[i]]][word2ind[other]] += 1
    return M, word2ind
