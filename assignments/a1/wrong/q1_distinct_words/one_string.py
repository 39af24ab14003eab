# fails: q1_distinct_words__examples
"""The words are returned as one string. Asked for is a list of strings."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document})
    return " ".join(words), len(words)
