"""The mean of all rows is taken off before the cosine, which makes it a correlation of words."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    moved = word_matrix - word_matrix.mean(axis=0)
    unit = moved / np.linalg.norm(moved, axis=1, keepdims=True)
    similarity = unit @ unit[word_to_id[query]]
    order = [row for row in np.argsort(-similarity) if row != word_to_id[query]]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
