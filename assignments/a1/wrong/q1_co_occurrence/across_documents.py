# fails: q1_co_occurrence__documents
"""The documents are strung together before counting, so that the end of one and the start of the next are taken for
neighbours. Count in each document on its own.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    tokens = [token for document in corpus for token in document]
    for i, centre in enumerate(tokens):
        for j in range(max(0, i - window_size), min(len(tokens), i + window_size + 1)):
            if i != j:
                M[word2ind[centre], word2ind[tokens[j]]] += 1
    return M, word2ind
