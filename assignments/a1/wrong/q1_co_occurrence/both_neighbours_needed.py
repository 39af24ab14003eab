# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""A distance counts only where there is a token on both sides of the centre word. Look at each side alone: near an
end of the document one of them is cut off.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for k in range(1, window_size + 1):
                if i - k >= 0 and i + k < len(document):
                    M[word2ind[centre], word2ind[document[i - k]]] += 1
                    M[word2ind[centre], word2ind[document[i + k]]] += 1
    return M, word2ind
