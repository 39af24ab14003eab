# fails: q4_analogy__values
"""The list is cut to top words first, and a, b and c are left out of it afterwards: words are missing. Leave the
three out before you cut."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    unit = word_matrix / np.linalg.norm(word_matrix, axis=1, keepdims=True)
    given = [word_to_id[word] for word in (a, b, c)]
    x = unit[given[1]] - unit[given[0]] + unit[given[2]]
    similarity = unit @ (x / np.linalg.norm(x))
    order = [row for row in np.argsort(-similarity)[:top] if row not in given]
    return [(id_to_word[row], float(similarity[row])) for row in order]
