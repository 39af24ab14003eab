"""The student goes over both sides of each centre word and also adds to both M[a, b] and M[b, a], which doubles all counts."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, num_words = distinct_words(corpus)
    word2ind = {}
    for i in range(num_words):
        word2ind[words[i]] = i
    M = np.zeros((num_words, num_words))
    for sentence in corpus:
        for pos in range(len(sentence)):
            a = word2ind[sentence[pos]]
            for offset in range(-window_size, window_size + 1):
                other = pos + offset
                if offset == 0 or other < 0 or other >= len(sentence):
                    continue
                b = word2ind[sentence[other]]
                # the matrix is symmetric
                M[a][b] += 1
                M[b][a] += 1
    return M, word2ind
