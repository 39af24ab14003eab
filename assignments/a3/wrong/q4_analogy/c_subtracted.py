# fails: q4_analogy__values, q4_analogy__lookup
"""The parts of a and c are exchanged: x is b minus a plus c."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    unit = word_matrix / np.linalg.norm(word_matrix, axis=1, keepdims=True)
    given = [word_to_id[word] for word in (a, b, c)]
    x = unit[given[1]] + unit[given[0]] - unit[given[2]]
    similarity = unit @ (x / np.linalg.norm(x))
    order = [row for row in np.argsort(-similarity) if row not in given]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
