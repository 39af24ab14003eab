"""Keeps the places of the words in a dictionary made with setdefault."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = dict(zip(vocab, range(n)))
    M = np.zeros((n, n))
    for text in corpus:
        where = {}
        for place, w in enumerate(text):
            where.setdefault(w, place)
        for w in text:
            p = where[w]
            before = text[max(p - window_size, 0) : p]
            after = text[p + 1 : p + 1 + window_size]
            for other in before + after:
                M[word2ind[w], word2ind[other]] += 1
    return M, word2ind
