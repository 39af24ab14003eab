"""Gives the query the similarity minus infinity and cuts the list to V - 1; the similarities are NumPy numbers."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    i = word_to_id[query]
    norms = np.linalg.norm(word_matrix, axis=1)
    cos = (word_matrix @ word_matrix[i]) / (norms * norms[i])
    cos[i] = -np.inf
    best = np.argsort(cos)[::-1][: min(top, len(cos) - 1)]
    return [(id_to_word[j], cos[j]) for j in best]
