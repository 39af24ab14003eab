# fails: q4_most_similar__values
"""Words are ordered by the distance of their vectors; the cosine ignores lengths."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    distance = np.linalg.norm(word_matrix - word_matrix[word_to_id[query]], axis=1)
    order = [row for row in np.argsort(distance) if row != word_to_id[query]]
    return [(id_to_word[row], float(-distance[row])) for row in order[:top]]
