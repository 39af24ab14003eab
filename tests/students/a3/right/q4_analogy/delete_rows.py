"""Takes the three rows out with np.delete before sorting, and keeps a list of the numbers that are left."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    given = [word_to_id[a], word_to_id[b], word_to_id[c]]
    unit = word_matrix / np.sqrt(np.einsum("ij,ij->i", word_matrix, word_matrix))[:, None]
    x = np.array([-1, 1, 1]) @ unit[given]
    left = np.delete(np.arange(len(unit)), given)
    similarity = unit[left] @ x / np.sqrt(x @ x)
    order = np.argsort(-similarity)[:top]
    return [(id_to_word[int(left[k])], float(similarity[k])) for k in order]
