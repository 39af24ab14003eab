# fails: q1_distinct_words__examples
"""Only words that come again are kept: a word belongs into the list when it is met for the first time."""


def distinct_words(corpus):
    tokens = [token for document in corpus for token in document]
    words = sorted({token for token in tokens if tokens.count(token) > 1})
    return words, len(words)
