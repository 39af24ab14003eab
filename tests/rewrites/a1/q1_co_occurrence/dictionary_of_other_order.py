"""Builds the dictionary while reading, and the matrix from the sorted list."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = {}
    for text in corpus:
        for w in text:
            if w not in word2ind:
                word2ind[w] = len(word2ind)
    M = np.zeros((n, n))
    for text in corpus:
        for gap in range(1, window_size + 1):
            for a, b in zip(text, text[gap:]):
                M[vocab.index(a), vocab.index(b)] += 1
                M[vocab.index(b), vocab.index(a)] += 1
    return M, word2ind
