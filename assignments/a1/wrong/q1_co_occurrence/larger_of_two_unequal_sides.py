# fails: q1_co_occurrence__repeats, q1_co_occurrence__documents
"""The right side of the window ends a place too early, and then the larger of M[a, b] and M[b, a] is taken for
both. That hides the missing place only where no pair comes twice: let the window reach to i + m, and leave M as it
is.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            for j in range(max(0, i - window_size), min(len(document), i + window_size)):
                if i != j:
                    M[word2ind[document[i]], word2ind[document[j]]] += 1
    M = np.maximum(M, M.T)
    return M, word2ind
