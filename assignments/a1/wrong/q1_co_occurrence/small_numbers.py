# fails: q1_co_occurrence__repeats
"""The counts are kept in 8-bit numbers, which cannot go above 255 and then start again at 0. Frequent pairs of a real
text occur far more often: let numpy take its ordinary numbers.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V), dtype=np.uint8)
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
