"""The student forgets to leave the centre token itself out of its window, so the diagonal is too large."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(vocab)}
    M = np.zeros((n, n), dtype=int)
    for doc in corpus:
        ids = [word2ind[w] for w in doc]
        for i, a in enumerate(ids):
            for b in ids[max(i - window_size, 0) : i + window_size + 1]:
                M[a, b] += 1
    return M, word2ind
