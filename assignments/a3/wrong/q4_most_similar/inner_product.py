# fails: q4_most_similar__values
"""The vectors are not scaled: long vectors win, whatever their direction."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    unit = word_matrix
    similarity = unit @ unit[word_to_id[query]]
    order = [row for row in np.argsort(-similarity) if row != word_to_id[query]]
    return [(id_to_word[row], float(similarity[row])) for row in order[:top]]
