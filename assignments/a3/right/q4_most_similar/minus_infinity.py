"""The query gets the similarity minus infinity."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    lengths = np.sqrt((word_matrix**2).sum(axis=1))
    row = word_to_id[query]
    similarity = word_matrix @ word_matrix[row] / lengths / lengths[row]
    similarity[row] = -np.inf
    best = np.argsort(similarity)[::-1][: min(top, len(similarity) - 1)]
    return [[id_to_word[i], similarity[i]] for i in best]
