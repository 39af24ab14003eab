"""The words are sorted from their last letters on."""


def distinct_words(corpus):
    words = sorted({t for d in corpus for t in d}, key=lambda w: w[::-1])
    return words, len(words)
