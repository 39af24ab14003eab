"""A loop over the dictionary, sorted with a key."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    q = word_matrix[word_to_id[query]]
    pairs = []
    for row in range(len(word_matrix)):
        if row != word_to_id[query]:
            v = word_matrix[row]
            pairs.append((id_to_word[row], float(np.dot(v, q) / np.sqrt(np.dot(v, v)))))
    pairs.sort(key=lambda pair: pair[1], reverse=True)
    return pairs[:top]
