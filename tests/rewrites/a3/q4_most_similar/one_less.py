"""Stops a loop over the ranking by a counter that counts the query too."""


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    rows = word_matrix / np.sqrt((word_matrix**2).sum(axis=1))[:, None]
    cosines = rows.dot(rows[word_to_id[query]])
    result, count = [], 1
    for row in (-cosines).argsort():
        if count == top:
            break
        if id_to_word[row] == query:
            continue
        result.append((id_to_word[row], float(cosines[row])))
        count += 1
    return result
