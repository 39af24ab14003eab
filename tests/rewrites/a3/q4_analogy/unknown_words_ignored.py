"""Catches the KeyError of a look-up in a loop."""


def analogy(a, b, c, word_to_id, id_to_word, word_matrix, top=5):
    rows = []
    for word in (a, b, c):
        try:
            rows.append(word_to_id[word])
        except KeyError:
            rows.append(0)
    unit = (word_matrix.T / np.linalg.norm(word_matrix, axis=1)).T
    goal = unit[rows[2]] + unit[rows[1]] - unit[rows[0]]
    goal = goal / np.sqrt(goal @ goal)
    scores = unit @ goal
    scores[rows] = -np.inf
    best = np.argsort(-scores)[: min(top, len(unit) - len(set(rows)))]
    return [(id_to_word[int(row)], float(scores[row])) for row in best]
