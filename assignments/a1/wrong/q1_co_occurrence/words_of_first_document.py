# fails: q1_co_occurrence__documents
"""The rows are made for the words of the first document alone. Ask `distinct_words` about the whole corpus: each word of any document has a row and a column."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus[:1])
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if j != i:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
