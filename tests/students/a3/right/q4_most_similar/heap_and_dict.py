"""Plain Python over the dictionary with heapq.nlargest and math.sqrt."""

import heapq
from math import sqrt


def most_similar(query, word_to_id, id_to_word, word_matrix, top=5):
    def cosine(u, v):
        dot = sum(float(x) * float(y) for x, y in zip(u, v))
        return dot / sqrt(sum(float(x) ** 2 for x in u)) / sqrt(sum(float(y) ** 2 for y in v))

    q = word_matrix[word_to_id[query]]
    pairs = ((word, cosine(word_matrix[row], q)) for word, row in word_to_id.items() if word != query)
    return heapq.nlargest(top, pairs, key=lambda pair: pair[1])
