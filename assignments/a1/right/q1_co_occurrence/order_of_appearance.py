"""rows in the order in which the words appear, without distinct_words, M as nested lists"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    word2ind = {}
    for document in corpus:
        for token in document:
            word2ind.setdefault(token, len(word2ind))
    M = [[0] * len(word2ind) for _ in word2ind]
    for document in corpus:
        for i, centre in enumerate(document):
            for j, outside in enumerate(document):
                if 1 <= abs(i - j) <= window_size:
                    M[word2ind[centre]][word2ind[outside]] += 1
    return M, word2ind
