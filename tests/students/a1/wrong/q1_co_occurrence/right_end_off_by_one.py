"""The student stops the window at i + window_size exclusive, so the farthest word on the right is missing."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, num_words = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(words)}
    M = np.zeros((num_words, num_words))
    for doc in corpus:
        for i in range(len(doc)):
            for j in range(max(0, i - window_size), min(len(doc), i + window_size)):
                if i != j:
                    M[word2ind[doc[i]], word2ind[doc[j]]] += 1
    return M, word2ind
