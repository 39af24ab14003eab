# fails: q1_distinct_words__examples
"""The words are returned as a set, which has no order. Make a sorted list of it: `sorted(…)`."""


def distinct_words(corpus):
    words = {token for document in corpus for token in document}
    return words, len(words)
