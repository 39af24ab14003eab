"""With np.unique on the row numbers of a window."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(vocab)}
    M = np.zeros((n, n))
    for text in corpus:
        ids = np.array([word2ind[w] for w in text], dtype=int)
        places = np.arange(len(ids))
        for p in places:
            near = ids[(np.abs(places - p) <= window_size) & (places != p)]
            M[ids[p], np.unique(near)] += 1
    return M, word2ind
