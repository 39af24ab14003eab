# fails: q4_most_similar__values, q4_most_similar__lookup
"""The inner products are divided by the squared length of the query, and not by the lengths of both vectors."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    vector = word_matrix[word_to_id[query]]
    similarity = word_matrix @ vector / np.linalg.norm(vector) ** 2
    order = [row for row in np.argsort(-similarity) if row != word_to_id[query]]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
