"""The given words get the similarity minus infinity."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    va, vb, vc = (word_matrix[word_to_id[w]] / np.linalg.norm(word_matrix[word_to_id[w]]) for w in (a, b, c))
    x = (vb - va) + vc
    cosine = word_matrix @ x / np.linalg.norm(word_matrix, axis=1) / np.linalg.norm(x)
    cosine[[word_to_id[a], word_to_id[b], word_to_id[c]]] = -np.inf
    rows = np.argsort(cosine)[::-1][:top]
    return [(id_to_word[int(row)], cosine[row]) for row in rows if np.isfinite(cosine[row])]
