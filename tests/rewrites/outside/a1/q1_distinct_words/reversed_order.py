"""The list is sorted from Z to A."""


def distinct_words(corpus):
    words = sorted({t for d in corpus for t in d}, reverse=True)
    return words, len(words)
