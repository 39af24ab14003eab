# fails: q1_distinct_words__examples
"""The words are sorted by their length. Asked for is the order in which Python sorts strings: sort without a key."""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document})
    return sorted(words, key=len), len(words)
