"""Counts in a Counter and saves memory at the end with astype."""

from collections import Counter


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(vocab)}
    pairs = Counter()
    for text in corpus:
        for i in range(len(text)):
            for j in range(len(text)):
                if 0 < abs(i - j) <= window_size:
                    pairs[text[i], text[j]] += 1
    dense = np.zeros((n, n), dtype=np.int64)
    for (a, b), times in pairs.items():
        dense[word2ind[a], word2ind[b]] = times
    return dense.astype(np.uint8), word2ind
