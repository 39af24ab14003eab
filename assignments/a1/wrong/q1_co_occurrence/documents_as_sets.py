# fails: q1_co_occurrence__repeats, q1_co_occurrence__window, q1_co_occurrence__documents
"""Each document is turned into a set, or only the words of a document count, not their places: then repeats are lost,
and so is the order that the window needs.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        tokens = sorted(set(document))
        for i, centre in enumerate(tokens):
            for j in range(max(0, i - window_size), min(len(tokens), i + window_size + 1)):
                if i != j:
                    M[word2ind[centre], word2ind[tokens[j]]] += 1
    return M, word2ind
