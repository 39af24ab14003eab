"""Pads by slice assignment and then needs no check of the ends."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(vocab)}
    M = np.zeros((n, n))
    filler = [None] * window_size
    for text in corpus:
        text[:] = filler + text + filler
        for i in range(window_size, len(text) - window_size):
            if text[i] is None:
                continue
            window = text[i - window_size : i] + text[i + 1 : i + window_size + 1]
            for other in filter(lambda t: t is not None, window):
                M[word2ind[text[i]], word2ind[other]] += 1
    return M, word2ind
