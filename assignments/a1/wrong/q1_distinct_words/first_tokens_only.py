# fails: q1_distinct_words__examples
"""Only the first token of each document is collected. A second loop has to run over the tokens."""


def distinct_words(corpus):
    words = sorted({document[0] for document in corpus})
    return words, len(words)
