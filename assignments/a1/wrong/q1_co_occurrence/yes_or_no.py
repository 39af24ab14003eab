# fails: q1_co_occurrence__repeats
"""M says whether two words stand together, not how often. It is an array of truth values: adding 1 to True gives
True.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V), dtype=bool)
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
