# fails: q4_most_similar__values, q4_most_similar__lookup
"""Only the words come back. A list of pairs (word, similarity) is wanted."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    unit = word_matrix / np.linalg.norm(word_matrix, axis=1, keepdims=True)
    similarity = unit @ unit[word_to_id[query]]
    order = [row for row in np.argsort(-similarity) if row != word_to_id[query]]
    return [id_to_word[row] for row in order[:top]]
