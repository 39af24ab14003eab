# fails: q1_co_occurrence__window, q1_co_occurrence__repeats, q1_co_occurrence__documents, q1_co_occurrence__edges, q1_co_occurrence__default
"""The rows are numbered from 1, so that word2ind points one row too far. Rows and columns of an array are numbered
from 0.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words, start=1)}
    M = np.zeros((V + 1, V + 1))
    for document in corpus:
        for i, centre in enumerate(document):
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M[1:, 1:], word2ind
