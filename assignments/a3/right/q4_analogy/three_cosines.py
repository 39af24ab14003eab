"""The similarity as a combination of three cosines."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    unit = word_matrix / np.sqrt(np.einsum("vi,vi->v", word_matrix, word_matrix))[:, None]
    to_a, to_b, to_c = (unit @ unit[word_to_id[word]] for word in (a, b, c))
    length = np.linalg.norm(unit[word_to_id[b]] - unit[word_to_id[a]] + unit[word_to_id[c]])
    scores = (to_b - to_a + to_c) / length
    allowed = [row for row, word in id_to_word.items() if word not in {a, b, c}]
    allowed.sort(key=lambda row: scores[row], reverse=True)
    return [(id_to_word[row], scores[row]) for row in allowed[:top]]
