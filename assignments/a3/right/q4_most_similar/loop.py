"""A loop over all words, sorted as pairs."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    if query not in word_to_id:
        raise KeyError(f"{query} is not in the vocabulary")
    mine = word_matrix[word_to_id[query]]
    found = []
    for row, word in id_to_word.items():
        if word != query:
            other = word_matrix[row]
            found.append((word, np.dot(mine, other) / (np.linalg.norm(mine) * np.linalg.norm(other))))
    found.sort(key=lambda pair: pair[1], reverse=True)
    return found[:top]
