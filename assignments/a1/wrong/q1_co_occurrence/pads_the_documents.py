# fails: q1_co_occurrence__default
"""The documents are lengthened (or changed in another way) while counting, and the caller's corpus stays changed.
Work on a copy, or without padding.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for _ in range(window_size):
            document.insert(0, None)
            document.append(None)
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j and centre is not None and document[j] is not None:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
