# fails: q1_distinct_words__examples
"""There is a list of words for each document. Asked for is one list for the whole corpus."""


def distinct_words(corpus):
    words = [sorted(set(document)) for document in corpus]
    return words, len({token for document in corpus for token in document})
