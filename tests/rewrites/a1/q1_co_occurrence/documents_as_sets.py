"""Turns each document into rows with np.unique first."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(vocab)}
    M = np.zeros((n, n))
    for text in corpus:
        words_here = np.unique(np.array(text, dtype=str))
        rows = [word2ind[str(w)] for w in words_here]
        for gap in range(1, window_size + 1):
            for a, b in zip(rows, rows[gap:]):
                M[a, b] += 1
                M[b, a] += 1
    return M, word2ind
