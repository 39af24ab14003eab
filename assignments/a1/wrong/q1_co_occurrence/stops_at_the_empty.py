# fails: q1_co_occurrence__edges
"""Counting ends at the first empty document. Look for a `return` or `break` where `continue` is meant."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        if not document:
            break
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
