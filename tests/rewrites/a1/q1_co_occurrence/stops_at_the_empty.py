"""With takewhile over the documents and a half matrix that is mirrored."""

from itertools import takewhile


def compute_co_occurrence_matrix(corpus, window_size=4):
    vocab, n = distinct_words(corpus)
    word2ind = {w: i for i, w in enumerate(vocab)}
    half = np.zeros((n, n))
    for text in takewhile(lambda text: len(text) > 0, corpus):
        for i, w in enumerate(text):
            for other in text[i + 1 : i + 1 + window_size]:
                half[word2ind[w], word2ind[other]] += 1
    return half + half.T, word2ind
