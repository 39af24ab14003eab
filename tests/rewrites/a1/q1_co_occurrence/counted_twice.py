"""Raises both entries in every window."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(vocab)}
    M = np.zeros((n, n))

    def together(one, two):
        M[word2ind[one], word2ind[two]] += 1
        M[word2ind[two], word2ind[one]] += 1

    for text in corpus:
        for i, centre in enumerate(text):
            for other in text[max(0, i - window_size) : i]:
                together(centre, other)
            for other in text[i + 1 : i + 1 + window_size]:
                together(centre, other)
    return M, word2ind
