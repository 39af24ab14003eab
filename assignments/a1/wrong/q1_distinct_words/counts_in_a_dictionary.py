# fails: q1_distinct_words__examples
"""A dictionary of counts is returned where the sorted list of the words belongs."""


def distinct_words(corpus):
    counts = {}
    for document in corpus:
        for token in document:
            counts[token] = counts.get(token, 0) + 1
    return counts, len(counts)
