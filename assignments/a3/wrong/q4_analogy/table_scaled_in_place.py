# fails: q4_analogy__lookup
"""The table itself is scaled in place: after the first question the trained vectors are gone. Scale a copy."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    word_matrix /= np.linalg.norm(word_matrix, axis=1, keepdims=True)
    given = [word_to_id[word] for word in (a, b, c)]
    x = word_matrix[given[1]] - word_matrix[given[0]] + word_matrix[given[2]]
    similarity = word_matrix @ (x / np.linalg.norm(x))
    order = [row for row in np.argsort(-similarity) if row not in given]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
