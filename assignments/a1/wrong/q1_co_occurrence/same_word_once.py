# fails: q1_co_occurrence__repeats
"""A word beside itself is counted once where it should be twice: in `a a` each of the two tokens sees the other.
Look at how M is made symmetric: the diagonal has to be doubled like all other entries.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for outside in document[i + 1 : i + window_size + 1]:
                M[word2ind[centre], word2ind[outside]] += 1
    M = M + M.T - np.diag(np.diag(M))
    return M, word2ind
