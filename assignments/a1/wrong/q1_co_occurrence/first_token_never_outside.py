# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""The first token of a document is never an outside word of another one. Places are counted from 0: look for `> 0`
and for a smallest place of 1.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i in range(len(document)):
            for j in range(max(1, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    M[word2ind[document[i]], word2ind[document[j]]] += 1
    return M, word2ind
