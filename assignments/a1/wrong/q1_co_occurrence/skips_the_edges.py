# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Tokens near the start or the end of a document, where the window does not fit whole, are never a centre word. Their
window is cut off, but it still counts.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(window_size, len(document) - window_size):
            for j in range(i - window_size, i + window_size + 1):
                if i != j:
                    M[word2ind[document[i]], word2ind[document[j]]] += 1
    return M, word2ind
