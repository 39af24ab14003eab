# fails: q1_distinct_words__examples
"""The first token of each document is left out. Lists are numbered from 0."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document[1:]})
    return words, len(words)
