# fails: q1_distinct_words__examples
"""The number is returned, the list is not. Two values are asked for: the sorted list of the words and how many it
holds.
"""


def distinct_words(corpus):
    words = sorted({token for document in corpus for token in document})
    return len(words)
