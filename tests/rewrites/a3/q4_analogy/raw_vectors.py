"""With a helper for the cosine and sorted pairs."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    def vector(word):
        return word_matrix[word_to_id[word]]

    def cosine(x, y):
        return float(np.dot(x, y)) / float(np.linalg.norm(x) * np.linalg.norm(y))

    goal = vector(c) + (vector(b) - vector(a))
    left_out = {word_to_id[a], word_to_id[b], word_to_id[c]}
    pairs = [(id_to_word[row], cosine(v, goal)) for row, v in enumerate(word_matrix) if row not in left_out]
    return sorted(pairs, key=lambda pair: -pair[1])[:top]
