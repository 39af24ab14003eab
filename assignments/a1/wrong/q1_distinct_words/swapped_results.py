# fails: q1_distinct_words__examples
"""The two results are in the wrong order: first the list, then how many words it holds."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document})
    return len(words), words
