# fails: q1_distinct_words__examples
"""The last token of each document is left out. Look at the end of the loop over the tokens."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document[:-1]})
    return words, len(words)
