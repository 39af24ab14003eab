# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""The document is read as a circle: near its start `i - k` becomes negative, Python counts negative places from the
end, and the other side follows (by a remainder, or because M is made symmetric). Leave out places below 0.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for k in range(1, window_size + 1):
                M[word2ind[centre], word2ind[document[(i - k) % len(document)]]] += 1
                M[word2ind[centre], word2ind[document[(i + k) % len(document)]]] += 1
    return M, word2ind
