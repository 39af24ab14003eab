# fails: q1_co_occurrence__repeats
"""Pairs of the same word are left out (or the diagonal was set to zero). The condition concerns the places, i ≠ j,
not the words: in the document `a a` the word a stands beside itself.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if document[j] != centre:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
