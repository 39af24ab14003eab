# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""The right side of the window ends one place too early: `range(a, b)` and `x[a:b]` stop before `b`. With m = 1 no
word to the right is seen at all.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size)):
                if i != j:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
