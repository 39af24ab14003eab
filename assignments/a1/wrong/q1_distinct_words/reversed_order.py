# fails: q1_distinct_words__examples
"""The list is sorted from the last word to the first. Sort without `reverse`."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document}, reverse=True)
    return words, len(words)
