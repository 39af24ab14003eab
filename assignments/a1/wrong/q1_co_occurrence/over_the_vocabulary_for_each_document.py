# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""The windows run over the list of distinct words, once for each document. Neighbours are tokens that stand near
each other in a document.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for _ in corpus:
        for i, centre in enumerate(words):
            for j in range(max(0, i - window_size), min(V, i + window_size + 1)):
                if i != j:
                    M[word2ind[centre], word2ind[words[j]]] += 1
    return M, word2ind
