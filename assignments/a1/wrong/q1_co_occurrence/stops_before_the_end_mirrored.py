# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""Pairs are entered on both sides of M from their left end, but the loop stops m tokens before the end of each
document: pairs among the last tokens are lost. Let the loop run to the end, and cut the window off there.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document) - window_size):
            for j in range(i + 1, i + window_size + 1):
                M[word2ind[document[i]], word2ind[document[j]]] += 1
                M[word2ind[document[j]], word2ind[document[i]]] += 1
    return M, word2ind
