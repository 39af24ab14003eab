"""Goes over distances instead of windows, with zip over shifted lists."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    ids = dict(zip(vocab, range(n)))
    counts = np.zeros((n, n))
    for text in corpus:
        for gap in range(1, window_size + 1):
            for left, right in zip(text, text[gap:]):
                counts[ids[left], ids[right]] += 1
        for gap in range(1, window_size):
            for left, right in zip(text, text[gap:]):
                counts[ids[right], ids[left]] += 1
    return counts, ids
