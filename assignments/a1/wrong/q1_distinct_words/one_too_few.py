# fails: q1_distinct_words__examples
"""The list is right, and the number is one too small: `len` needs no correction."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document})
    return words, len(words) - 1
