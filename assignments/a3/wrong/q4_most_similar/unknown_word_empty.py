# fails: q4_most_similar__lookup
"""For an unknown word an empty list comes back. Whoever mistyped a word takes that for an answer."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    if query not in word_to_id:
        return []
    unit = word_matrix / np.linalg.norm(word_matrix, axis=1, keepdims=True)
    similarity = unit @ unit[word_to_id[query]]
    order = [row for row in np.argsort(-similarity) if row != word_to_id[query]]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
