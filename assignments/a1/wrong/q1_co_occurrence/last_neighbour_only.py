# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Only the last outside word of each window is counted. The line that counts must stand inside the inner loop, and
add 1 with `+=`.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            outside = None
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    outside = document[j]
            if outside is not None:
                M[word2ind[centre], word2ind[outside]] += 1
    return M, word2ind
