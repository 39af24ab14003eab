# fails: q4_most_similar__values, q4_most_similar__lookup
"""The query itself comes first: the word nearest to a word is the word."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    unit = word_matrix / np.linalg.norm(word_matrix, axis=1, keepdims=True)
    similarity = unit @ unit[word_to_id[query]]
    order = [row for row in np.argsort(-similarity)]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
