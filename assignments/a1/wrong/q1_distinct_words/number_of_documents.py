# fails: q1_distinct_words__examples
"""The number is that of the documents. Return how many words the list holds."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document})
    return words, len(corpus)
