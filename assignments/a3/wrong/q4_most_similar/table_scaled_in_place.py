# fails: q4_most_similar__lookup
"""The table itself is scaled in place: after the first query the trained vectors are gone."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    unit = word_matrix
    if unit.dtype.kind == "f":
        unit /= np.linalg.norm(word_matrix, axis=1, keepdims=True)
    else:
        unit = word_matrix / np.linalg.norm(word_matrix, axis=1, keepdims=True)
    similarity = unit @ unit[word_to_id[query]]
    order = [row for row in np.argsort(-similarity) if row != word_to_id[query]]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
