"""A dictionary of similarities."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    v = word_matrix[word_to_id[query]].astype(float)
    cosines = {
        word: float(w @ v / np.sqrt(w @ w) / np.sqrt(v @ v))
        for word, w in ((word, word_matrix[i].astype(float)) for word, i in word_to_id.items())
    }
    del cosines[query]
    return sorted(cosines.items(), key=lambda item: -item[1])[:top]
