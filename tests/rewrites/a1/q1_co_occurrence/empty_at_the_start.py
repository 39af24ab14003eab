"""With arrays of row numbers and np.add.at."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    row = {w: k for k, w in enumerate(vocab)}
    C = np.zeros((n, n), dtype=int)
    for text in corpus:
        ids = np.array([row[w] for w in text], dtype=int)
        for pos, me in enumerate(ids):
            around = np.concatenate([ids[pos - window_size : pos], ids[pos + 1 : pos + 1 + window_size]])
            np.add.at(C, (me, around), 1)
    return C, row
