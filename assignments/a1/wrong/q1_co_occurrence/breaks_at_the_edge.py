# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""The first tokens of each document get no counts. Either the loop over the window ends at the first place outside
of the document (`break` where `continue` is meant), or the outer loop starts at the place m. Every token is the
centre word once; the window is cut off at 0.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(i - window_size, i + window_size + 1):
                if j < 0 or j >= len(document):
                    break
                if i != j:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
