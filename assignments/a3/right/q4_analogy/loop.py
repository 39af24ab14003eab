"""A loop over all words, sorted as pairs."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    def direction(word):
        vector = word_matrix[word_to_id[word]].astype(float)
        return vector / np.sqrt(np.sum(vector**2))

    x = direction(b) + direction(c) - direction(a)
    pairs = []
    for word in word_to_id:
        if word not in (a, b, c):
            pairs.append((word, float(np.dot(direction(word), x) / np.sqrt(np.dot(x, x)))))
    return sorted(pairs, key=lambda pair: -pair[1])[:top]
