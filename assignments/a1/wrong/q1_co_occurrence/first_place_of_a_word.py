# fails: q1_co_occurrence__repeats
"""The place of the centre word is looked up with `document.index(word)`, which gives its first place in the document.
For a word that occurs again, the wrong window is read. Count the places in the loop.
"""


def compute_co_occurrence_matrix(corpus, window_size=4):
    words, V = distinct_words(corpus)
    word2ind = {word: i for i, word in enumerate(words)}
    M = np.zeros((V, V))
    for document in corpus:
        for centre in document:
            i = document.index(centre)
            for j in range(max(0, i - window_size), min(len(document), i + window_size + 1)):
                if i != j:
                    M[word2ind[centre], word2ind[document[j]]] += 1
    return M, word2ind
