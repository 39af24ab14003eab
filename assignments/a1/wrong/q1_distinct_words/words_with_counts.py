# fails: q1_distinct_words__examples
"""The list holds pairs of a word and its count. Asked for is a list of the words alone."""


def distinct_words(corpus):
    tokens = [token for document in corpus for token in document]
    words = sorted((word, tokens.count(word)) for word in set(tokens))
    return words, len(words)
