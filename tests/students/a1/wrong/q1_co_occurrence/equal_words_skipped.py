"""The student leaves the centre out by comparing words instead of places, so a word never co-occurs with itself."""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, num_words = distinct_words(corpus)
    M = np.zeros((num_words, num_words))
    word2ind = dict(zip(words, range(num_words)))

    for document in corpus:
        for i, center_word in enumerate(document):
            start = max(0, i - window_size)
            end = min(len(document), i + window_size + 1)
            context = document[start:end]
            for context_word in context:
                if context_word != center_word:
                    M[word2ind[center_word], word2ind[context_word]] += 1

    return M, word2ind
